/**
 * Words that say nothing about what a text is about. They are left out of the index and of
 * queries; a query that holds nothing else keeps them out and finds nothing.
 */
export const stopWords: ReadonlySet<string> = new Set(
  [
    'a an the this that these those some any such',
    'i me my mine myself we us our ours you your yours he him his she her hers it its they them their',
    'am is are was were be been being do does did doing done have has had having',
    'can could shall should will would may might must ought',
    'and or but nor so if then else than as of at by for from in into on onto to with without about',
    'over under up down out off through between among during before after since until while',
    'what which who whom whose when where why how there here',
    'many much please tell let',
    'not no yes too very just also only own same both each all more most other',
    'im ive id ill youre youve dont doesnt didnt isnt arent wasnt cant couldnt wont wouldnt shouldnt',
    '的 了 和 与 及 或 是 在 有 也 都 就 而 着 被 把 让 向 从 到 对 于 以 为 之 其 吗 呢 吧 啊 呀 嘛',
    '我 你 您 他 她 它 我们 你们 他们 这 那 这个 那个 哪 哪个 哪些 什么 怎么 怎样 如何 为何 谁 请问 请',
    '一次 一个 一般 最多 最少 至少 时候 现在 目前 具体',
    '几 多少 多久 多长 何时 何 哪里 哪儿 什 么 怎',
  ]
    .join(' ')
    .split(' '),
);
