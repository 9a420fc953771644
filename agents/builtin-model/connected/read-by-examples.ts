import type { BoundTool } from '@/agents/builtin-model/bound-tool';
import { detectLocale } from '@/lib/locale';

/** Longer messages hold more than a request and what it is about. */
const longest = 60;
/** Words around what a request is about, at either end of it: politeness, times, asking. */
const around = [
  '[\\s，,。.！!？?：:；;]+',
  '你好|您好|请问|请|麻烦|谢谢|那么|那(?!不勒斯|曲|坡)',
  '(?:帮我|给我|替我|我想|我要|想)(?:知道|了解|查|看|问)?(?:一下|下)?',
  '(?:查|看|问)(?:一下|下)|查询|查看|看看|告诉我|一下|关于|把|给|在|的',
  '今天|明天|后天|昨天|今晚|明早|现在|目前|当前|最近|这周|本周|下周|周末|早上|上午|下午|晚上',
  '(?:未来|接下来|这)?[\\d一二两三四五六七几]+[天日]',
  '怎么样|怎样|如何|是什么|是多少|多少|好吗|好不好|吗|呢|啊|吧',
].join('|');
const atStart = new RegExp(`^(?:${around})`, 'u');
const atEnd = new RegExp(`(?:${around})$`, 'u');
/** Words of whoever speaks, of asking and of joining: no name of one thing. */
const noName =
  /[我你您他她它这哪谁什怎吗呢了和跟与、，,。；;？?！!\n]|那里|那边|那儿|外面|当地|本地|附近/u;

/**
 * What a Chinese request is about, by its tool's examples: 「上海天气怎么样」 and 「北京的天气」 share
 * 天气 and have something before it, and so may the request. Undefined where they show no such place,
 * or where what stands there is no name of one thing.
 */
export function readByExamples(
  { examples, connected }: BoundTool,
  text: string,
): string | undefined {
  if (!connected || text.length > longest || detectLocale(text) !== 'zh') return undefined;
  const titles = Object.values(connected.titles);
  const sentences = examples
    .filter((each) => each.length <= longest && detectLocale(each) === 'zh')
    .filter((each) => !titles.includes(each))
    .map(trimmed);
  for (const [at, one] of sentences.entries()) {
    for (const other of sentences.slice(at + 1)) {
      const value = readByPair([one, other], connected.titles.zh, trimmed(text));
      if (value !== undefined) return value;
    }
  }
  return undefined;
}

function readByPair(pair: [string, string], title: string, text: string): string | undefined {
  const shared = trimmed(longestShared(...pair));
  // Two examples may be about the same city: what they share is then not what the tool does.
  const isOfTool = detectLocale(title) !== 'zh' || longestShared(shared, title) !== '';
  if (shared.length < 2 || !isOfTool || !text.includes(shared)) return undefined;
  const [side, ...others] = (['before', 'behind'] as const).filter((side) =>
    pair.every((each) => besides(each, shared)[side] !== ''),
  );
  const value = side && others.length === 0 ? besides(text, shared)[side] : '';
  return value === '' || noName.test(value) ? undefined : value;
}

function besides(text: string, shared: string): { before: string; behind: string } {
  const at = text.indexOf(shared);
  return { before: trimmed(text.slice(0, at)), behind: trimmed(text.slice(at + shared.length)) };
}

/** Without the words around what is meant; one at a time, for they come in any order. */
function trimmed(text: string): string {
  const less = text.normalize('NFKC').replace(atStart, '').replace(atEnd, '');
  return less === text ? text : trimmed(less);
}

function longestShared(one: string, other: string): string {
  for (let length = Math.min(one.length, other.length); length > 0; length -= 1) {
    for (let start = 0; start + length <= one.length; start += 1) {
      const piece = one.slice(start, start + length);
      if (other.includes(piece)) return piece;
    }
  }
  return '';
}
