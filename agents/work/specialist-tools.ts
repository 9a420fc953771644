import type { StructuredToolInterface } from '@langchain/core/tools';
import type { Specialist } from '@/agents/specialist';
import { team } from '@/agents/team';
import { callPerson } from '@/agents/tools/call-person';
import type { ConnectedTools, MadeTool } from '@/agents/tools/connected/connected-tools';
import { handOver, handOverName } from '@/agents/tools/hand-over';
import { rememberFact } from '@/agents/tools/remember-fact';
import { searchKnowledge } from '@/agents/tools/search-knowledge';
import { processGlobal } from '@/lib/process-global';

type Tools = readonly StructuredToolInterface[];

interface ToolSets {
  all: Tools;
  first: Tools;
  areas: Tools;
}

type OfTeam = WeakMap<ConnectedTools, Map<string, ToolSets>>;

const made = () => processGlobal('specialist-tools', () => new WeakMap<object, OfTeam>());

/**
 * What a specialist can call: its own tools, the connected ones that it was given, and those that
 * every specialist has. The same array for as long as team and connected tools stay the same.
 */
export function toolsOf(specialist: Specialist, connected: ConnectedTools): Tools {
  return toolSetsOf(specialist, connected).all;
}

/** The same without another search: for where the passages at hand answer. */
export function firstToolsOf(specialist: Specialist, connected: ConnectedTools): Tools {
  return toolSetsOf(specialist, connected).first;
}

/** Only what it has that not every specialist has: its own tools and the connected ones. */
export function areaToolsOf(specialist: Specialist, connected: ConnectedTools): Tools {
  return toolSetsOf(specialist, connected).areas;
}

function toolSetsOf(specialist: Specialist, connected: ConnectedTools): ToolSets {
  const current = team();
  const ofTeam: OfTeam = made().get(current) ?? new WeakMap();
  made().set(current, ofTeam);
  const known = ofTeam.get(connected) ?? new Map<string, ToolSets>();
  ofTeam.set(connected, known);
  const tools = known.get(specialist.name) ?? make(specialist, connected);
  known.set(specialist.name, tools);
  return tools;
}

function make(specialist: Specialist, connected: ConnectedTools): ToolSets {
  const usable = usableOf(connected);
  const areasOf = (each: Specialist): Tools => {
    const given = usable.filter(({ of }) => of.settings.specialists.includes(each.name));
    return given.length === 0 ? each.tools : [...each.tools, ...given.map(({ tool }) => tool)];
  };
  const others = team()
    .specialists.filter(({ name }) => name !== specialist.name)
    .map((each) => ({ ...each, tools: areasOf(each) }));
  const search = specialist.knowledge === 'none' ? [] : [searchKnowledge];
  const shared = [callPerson, rememberFact, ...(others.length > 0 ? [handOver(others)] : [])];
  const areas = areasOf(specialist);
  return {
    all: [...areas, ...search, ...shared] as Tools,
    first: [...areas, ...shared] as Tools,
    areas,
  };
}

/**
 * The connected tools that have a name of their own. Providers refuse two tools of one name, and an
 * action is known by the name of its tool: ours count more, then the one that was there first.
 */
function usableOf({ list }: ConnectedTools): readonly MadeTool[] {
  if (list.length === 0) return list;
  const ours = [callPerson, rememberFact, searchKnowledge].map(({ name }) => name);
  const taken = new Set<string>([...ours, handOverName]);
  for (const { tools } of team().specialists) for (const { name } of tools) taken.add(name);
  return list.filter(({ tool: { name } }) => !taken.has(name) && taken.add(name));
}
