import { createRequire } from 'node:module';
import { Jieba } from '@node-rs/jieba';
import { Converter } from 'opencc-js/t2cn';
import { processGlobal } from '@/lib/process-global';

function loadJieba(): Jieba {
  // The dictionary is CommonJS and reads its 5 MB file when it is required: only here, once.
  const { dict } = createRequire(import.meta.url)('@node-rs/jieba/dict.js') as { dict: Uint8Array };
  return Jieba.withDict(dict);
}

// Each on its own: whoever only writes in simplified characters waits for no dictionary.
const jieba = () => processGlobal('jieba', loadJieba);
const converter = () => processGlobal('to-simplified', () => Converter({ from: 'twp', to: 'cn' }));

/** Traditional characters and Taiwanese words as mainland Chinese writes them. */
export function toSimplified(text: string): string {
  return converter()(text);
}

/** The words of a run of simplified Han characters, long words followed by the words inside them. */
export function cutWords(run: string): string[] {
  return jieba().cutForSearch(run, true);
}
