/**
 * Pairs of a radical and the ideograph that is written like it. PDF fonts often map an ideograph's
 * glyph back to the radical; Unicode's NFKC leaves those of U+2E80 to U+2EF3 alone, and then a
 * search for 页 does not find ⻚. After Unicode's EquivalentUnifiedIdeograph data.
 */
const pairs =
  '⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑尣⺒巳⺓幺⺔彑⺕彐⺖忄⺗㣺⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺠民⺡氵' +
  '⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫罒⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺳网⺴网⺶羊⺷羊⺸羋⺹耂⺺肀⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹' +
  '⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞飠⻟飠' +
  '⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀';

const ideographs = new Map(
  Array.from({ length: pairs.length / 2 }, (_, index) => {
    const at = index * 2;
    return [pairs.charAt(at), pairs.charAt(at + 1)];
  }),
);

/** The ideograph for a radical of the CJK Radicals Supplement; other characters as they are. */
export function replaceRadical(character: string): string {
  return ideographs.get(character) ?? character;
}
