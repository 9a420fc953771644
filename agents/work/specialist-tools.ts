import type { StructuredToolInterface } from '@langchain/core/tools';
import type { Specialist } from '@/agents/specialist';
import { team } from '@/agents/team';
import { callPerson } from '@/agents/tools/call-person';
import { handOver } from '@/agents/tools/hand-over';
import { rememberFact } from '@/agents/tools/remember-fact';
import { searchKnowledge } from '@/agents/tools/search-knowledge';
import { processGlobal } from '@/lib/process-global';

type Tools = readonly StructuredToolInterface[];

const made = () =>
  processGlobal('specialist-tools', () => new WeakMap<object, Map<string, Tools>>());

/** What a specialist can call: its own tools, and those that every specialist has. */
export function toolsOf(specialist: Specialist): Tools {
  const current = team();
  const known = made().get(current) ?? new Map<string, Tools>();
  made().set(current, known);
  const tools = known.get(specialist.name) ?? make(specialist);
  known.set(specialist.name, tools);
  return tools;
}

function make(specialist: Specialist): Tools {
  const others = team().specialists.filter(({ name }) => name !== specialist.name);
  return [
    ...specialist.tools,
    ...(specialist.knowledge === 'none' ? [] : [searchKnowledge]),
    callPerson,
    rememberFact,
    ...(others.length > 0 ? [handOver(others)] : []),
  ] as Tools;
}
