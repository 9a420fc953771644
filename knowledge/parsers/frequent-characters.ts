import iconv from 'iconv-lite';

/** Four fifths of Chinese text, the most frequent first. */
const simplified =
  '一是人了不在有大中国和为这上他个地年来我会以到时要出的生学说道民家子也成行下们于后就发自之对得主长可过天作分方用多你着部能市等业全里工公经本都而高政法面门动日进区事代那去心小同北定开产前其军还然起种所如现理机体表力好外与文当两实重新三么只山水关明从化平建又制南内西没此将员名手最东头者月间无安看见各城十相但已些正口通想度加第她合院物性战由位常点海意场武使次二向治因立数样身情入原问把路被并利石老教万知级量任江及应省资委务元美特期世湖回系比气汉总展电科金先声提品设或义王社很统处四首共马形己儿司太目基领队直计别女权话少流命至报米给打变果书清活几州华解议更称程今决张导术府才保交放管结师便走达族反再题色五京河接条规式县白它改风光运信受什组听布百济党指论强做取技黄神选记斯真却职号界件花类何眼兵传带空干农边据集联古广完质阳难增历史专官每住商即步认车台林必死游举线言皇土团收考求德叫近备研争非具李众连调感转笑革该持始英克士尔让拉思根格造较际亲单朝红型价校约器字段周亚深候则功属积快图火千准究往极育装许参半令吃观鱼精办像帝八复影告远群包整构料随划算象容示投势热值夫网望源息语股铁断派速怎需片爱律纪支早况病境证编越局推满且列觉服双未居除乐企引标确织初青志率项飞球节察龙响药站施均消客失轻存低甚般击曾防请离落显罗营足素视护副食创余照兴占巴虽洲村费易试星木黑左宝置跟央识维采六底宫房音环案批切斗富乡另倒若按查故突责严桥模仅胜杀围席态破承招杨负层须父供续状域似依银范修找九致密终血旅钱赛独细效玉冲获习医演毛尽脸弹楼艺航陆右协七攻镇检写苏宗章注阿抗弟坐验封紧劳户优财养适陈喜卫排射哥油刻留急降念云微伤例景拿绝阶座刘刚害印';
/** Those of them that are written otherwise in traditional Chinese. */
const traditional =
  '國為這個來會時學說們於後發對長過著業裡經門動進區開產軍還種現機體與當兩實麼關從內沒將員東頭間無見戰點場數樣問並萬級應資務氣漢總電聲設義統處馬兒領隊計別權話報給變書幾華議稱決張導術結師達題條規縣風運組聽濟黨論強黃選記卻職號類傳帶幹農邊據聯廣質陽難歷專認車臺遊舉線團備爭眾連調轉該爾讓較際親單紅價約亞則屬積圖準極裝許參觀魚辦復遠構隨勢熱網語鐵斷愛紀況證編滿覺雙樂標確織項飛節龍響藥輕擊請離顯羅營視護創餘興佔雖費試寶識維採宮環鬥鄉責嚴橋僅勝殺圍態楊負層須續狀銀範緻終錢賽獨細衝獲習醫盡臉彈樓藝陸協鎮檢寫蘇驗緊勞戶優財養適陳衛雲傷絕階劉剛';
const japanese =
  '日一国人年大十二本中長出三時行見月後前生五間上東四今金九入学高円子外八六下来気小七山話女北午百書先名川千水半男西電校語土木聞食車何南万毎白天母火右読友左休父雨会社員業品商契約番号経理部申請返支払振込銀価格税送料営店注文発客様連絡住所氏変更場合方法使用機能確認登録画面力情報内容利製造検査記保存証期以手数交換修点対応担当開始終了予無有説明類提事者自分同動立地市京都道体物作持知主全新通意度代実問題安心定最性的要取受次第度会議関係';
const korean =
  '이다는을의에가고하지로한기를도은서사리자어인해라대나시보일그아정과수전제게만으부거들니주스장면요여안있것했습무세원상공성신용관구비위적동유조계오해당회내경할문재생된되입력모소마바품국중연음명화불금발등방법미최선체지각우물교후배속통증결권';

/** Han of Chinese text, simplified and traditional. */
export const frequentChinese = new Set(simplified + traditional);
/** Han, without those that only Chinese writes so. */
export const frequentJapanese = new Set(japanese);
export const frequentHangul = new Set(korean);

/** The characters that an encoding holds for everyday use, in the order of their sound or strokes. */
function plane(encoding: string, leads: [number, number], trails: [number, number][]): Set<string> {
  const bytes: number[] = [];
  for (let lead = leads[0]; lead <= leads[1]; lead += 1) {
    for (const [from, to] of trails) {
      for (let trail = from; trail <= to; trail += 1) bytes.push(lead, trail);
    }
  }
  return new Set(iconv.decode(Buffer.from(bytes), encoding));
}

/** Everyday characters: the first levels of the national sets. Made when first asked for. */
export const everyday = {
  chinese: once(() => plane('gb2312', [0xb0, 0xd7], [[0xa1, 0xfe]])),
  taiwanese: once(() =>
    plane(
      'big5',
      [0xa4, 0xc5],
      [
        [0x40, 0x7e],
        [0xa1, 0xfe],
      ],
    ),
  ),
  korean: once(() => plane('euc-kr', [0xb0, 0xc8], [[0xa1, 0xfe]])),
  japanese: once(() => plane('euc-jp', [0xb0, 0xcf], [[0xa1, 0xfe]])),
};

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
