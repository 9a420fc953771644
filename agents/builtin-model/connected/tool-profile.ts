import type { BoundTool } from '@/agents/builtin-model/bound-tool';
import { labelOf } from '@/agents/tools/connected/label-of';
import { tokenize } from '@/knowledge/words/tokenize';
import { processGlobal } from '@/lib/process-global';
import { type Weights, weightsOf } from './sparse-likeness';

/** What is known of a connected tool, to tell whether a message is for it. */
export interface ToolProfile {
  examples: readonly Weights[];
  /** The words of each of its names: titles and the name that models use. */
  names: readonly ReadonlyMap<string, number>[];
  /** Every word that stands in what is written of it. */
  words: ReadonlySet<string>;
}

/** What is done to a thing tells little about which: it counts less than the thing. */
const deedWeight = 0.4;
const deeds = new Set(
  [
    'get list find show search fetch read look query retriev view check see',
    'creat add new make open submit send post put updat set chang edit delet remov cancel run',
    '查询 查找 查看 获取 列出 搜索 创建 新建 添加 提交 发送 更新 修改 删除 取消',
  ]
    .join(' ')
    .split(' '),
);

const profiles = () => processGlobal('tool-profiles', () => new WeakMap<BoundTool, ToolProfile>());

/** Worked out once for each tool. */
export function profileOf(tool: BoundTool): ToolProfile {
  const known = profiles().get(tool) ?? read(tool);
  profiles().set(tool, known);
  return known;
}

function read({ name, examples, connected, properties }: BoundTool): ToolProfile {
  const { titles, description } = connected ?? { titles: undefined, description: '' };
  const names = [titles?.en ?? '', titles?.zh ?? '', labelOf(name)];
  const arguments_ = Object.entries(properties).map(
    ([key, { description: what = '' }]) => `${labelOf(key)} ${what}`,
  );
  const told = [...names, description, ...arguments_, ...examples].join('\n');
  return {
    examples: examples.map(weightsOf),
    names: names.map(nameWords).filter(({ size }) => size > 0),
    words: new Set(termsIn(told)),
  };
}

const termsIn = (text: string) => tokenize(text).map(({ term }) => term);

const nameWords = (text: string) =>
  new Map(termsIn(text).map((term) => [term, deeds.has(term) ? deedWeight : 1]));
