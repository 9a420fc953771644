/** What people call things in Chinese, with the words that stand for them in the names of articles. */
const inEnglish: [chinese: RegExp, english: string][] = [
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
];

/** A text with the English words for the things that it names in Chinese behind it. */
export function withEnglishNames(simplified: string): string {
  const words = inEnglish.flatMap(([chinese, english]) =>
    chinese.test(simplified) ? english : [],
  );
  return [simplified, ...words].join(' ');
}
