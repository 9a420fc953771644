import { asking } from '@/agents/actions/asking-pauses';

/**
 * Has it asked twice, without much waiting, whether something happened whose answer was lost, until
 * the returned function is called.
 */
export function askQuickly(): () => void {
  const { pauses } = asking;
  asking.pauses = [0, 10];
  return () => {
    asking.pauses = pauses;
  };
}
