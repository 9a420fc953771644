import { search } from '@/knowledge/search';
import { toGuest } from '@/lib/auth/to-principal';
import { warmUpTools } from './builtin-model/choosing/warm-up-tools';
import { warmUpClassifier } from './builtin-model/classifier/classify-route';
import { currentPolicy } from './policy/current-policy';
import { chooseByOwnTool } from './routing/choose-by-own-tool';
import { turnGraph } from './supervisor';
import { team } from './team';

/** Does beforehand what the first message would wait for: training, dictionaries, the index. */
export async function warmUp(): Promise<void> {
  warmUpClassifier();
  for (const { tools } of team().specialists) warmUpTools(tools);
  chooseByOwnTool('');
  turnGraph();
  currentPolicy(team().names);
  await search({ query: 'opening hours 营业时间', principal: toGuest('warm-up', 'en') });
}
