/** What people call things, in Chinese and otherwise, with the words that stand for them in the names of articles. */
const inEnglish: [said: RegExp, english: string][] = [
  [/耳机|耳麦|耳罩/, 'headphones'],
  [/耳塞|无线耳机|蓝牙耳机/, 'earbuds'],
  [/音箱|音响|喇叭/, 'speaker'],
  [/键盘/, 'keyboard'],
  [/鼠标/, 'mouse'],
  [/显示器|显示屏/, 'monitor'],
  [/平板/, 'tablet'],
  [/充电器|充电头|适配器|插头/, 'charger'],
  [/(?<![无有路在上下热视])线(?![上下路索])|电缆/, 'cable'],
  [/摄像头|摄像机/, 'camera'],
  [/门铃/, 'doorbell'],
  [/路由器|无线网/, 'router'],
  [/充电宝|移动电源/, 'bank'],
  [
    /安装|上门装|(?<!组|包|服|西)装(?=网|路由|无线|了?一?[台个套])|\binstall(?:ed|ing|s)?\b/i,
    'installation',
  ],
  [/网络|无线网|\bwi ?fi\b/i, 'wi-fi'],
  [/\b(?:headset|head phones?|earphones?)\b/i, 'headphones'],
  [/\bcords?\b/i, 'cable'],
  [/\bcam\b/i, 'camera'],
  [/\b(?:door bell)\b/i, 'doorbell'],
];

/** A text with the English words for the things that it names otherwise behind it. */
export function withEnglishNames(simplified: string): string {
  const words = inEnglish.flatMap(([said, english]) => (said.test(simplified) ? english : []));
  return [simplified, ...words].join(' ');
}
