import type { StructuredToolInterface } from '@langchain/core/tools';
import type { Specialist } from '@/agents/specialist';
import { team } from '@/agents/team';
import { callPerson } from '@/agents/tools/call-person';
import { handOver } from '@/agents/tools/hand-over';
import { rememberFact } from '@/agents/tools/remember-fact';
import { searchKnowledge } from '@/agents/tools/search-knowledge';
import { processGlobal } from '@/lib/process-global';

type Tools = readonly StructuredToolInterface[];

interface ToolSets {
  all: Tools;
  first: Tools;
}

const made = () =>
  processGlobal('specialist-tools', () => new WeakMap<object, Map<string, ToolSets>>());

/** What a specialist can call: its own tools, and those that every specialist has. */
export function toolsOf(specialist: Specialist): Tools {
  return toolSetsOf(specialist).all;
}

/** The same without another search: for where the passages at hand answer. */
export function firstToolsOf(specialist: Specialist): Tools {
  return toolSetsOf(specialist).first;
}

function toolSetsOf(specialist: Specialist): ToolSets {
  const current = team();
  const known = made().get(current) ?? new Map<string, ToolSets>();
  made().set(current, known);
  const tools = known.get(specialist.name) ?? make(specialist);
  known.set(specialist.name, tools);
  return tools;
}

function make(specialist: Specialist): ToolSets {
  const others = team().specialists.filter(({ name }) => name !== specialist.name);
  const search = specialist.knowledge === 'none' ? [] : [searchKnowledge];
  const shared = [callPerson, rememberFact, ...(others.length > 0 ? [handOver(others)] : [])];
  return {
    all: [...specialist.tools, ...search, ...shared] as Tools,
    first: [...specialist.tools, ...shared] as Tools,
  };
}
