import type { z } from 'zod';
import type { PolicyFault } from './policy-fault';
import type { Path, YamlPlaces } from './yaml-places';

type Issue = z.core.$ZodIssue;

/** What zod found wrong with a part of the file, as faults with their places. */
export function issueFaults(issues: Issue[], base: Path, places: YamlPlaces): PolicyFault[] {
  return issues.flatMap((issue) => {
    const path = [...base, ...issue.path];
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => places.faultOfKey('unknown_key', path, key));
    }
    if (issue.code === 'invalid_key') {
      return [places.faultOfKey('bad_variable', path.slice(0, -1), String(path.at(-1)))];
    }
    return [places.fault(codeOf(issue), path, valuesOf(issue, path))];
  });
}

function codeOf(issue: Issue): string {
  switch (issue.code) {
    case 'custom':
      return issue.message;
    case 'invalid_value':
      return 'not_one_of';
    case 'invalid_format':
      return 'bad_name';
    case 'too_big':
      return 'too_long';
    case 'too_small':
      return 'empty';
    default:
      return issue.input === undefined && issue.message.includes('undefined')
        ? 'missing'
        : 'wrong_kind';
  }
}

function valuesOf(issue: Issue, path: Path): Record<string, string> {
  const key = String(path.findLast((part) => typeof part === 'string') ?? 'rules');
  if (issue.code === 'invalid_value') return { key, known: issue.values.map(String).join(', ') };
  if (issue.code === 'too_big') return { key, maximum: String(issue.maximum) };
  if (issue.code === 'invalid_type') return { key, expected: kinds[issue.expected] ?? 'text' };
  return { key };
}

/** Kinds as the sentences choose among them. */
const kinds: Record<string, string> = { array: 'list', object: 'map', record: 'map' };
