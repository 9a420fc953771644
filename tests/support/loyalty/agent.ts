import { z } from 'zod';
import type { Specialist } from '@/agents/specialist';
import { defineTool } from '@/agents/tools/define-tool';

const getPoints = defineTool({
  name: 'get_points',
  description: "Looks up how many points are on the person's loyalty card.",
  risk: 'read',
  schema: z.object({}),
  examples: {
    en: [
      'how many points do I have',
      'what is my points balance',
      'how many points are on my loyalty card',
      'check my bonus points',
      'have my points been added',
    ],
    zh: ['我有多少积分', '查一下我的积分', '会员卡上还有多少积分', '积分余额是多少'],
  },
  run: async () => ({ outcome: 'ok', points: 420 }),
});

/** A fourth specialist, as a team would add one: this folder, and a place among the others. */
export const loyalty: Specialist = {
  name: 'loyalty',
  titles: { en: 'Loyalty programme', zh: '会员计划' },
  handles: 'the loyalty card, its points and what they are good for',
  prompt: 'You help with the loyalty programme.',
  tools: [getPoints],
  knowledge: 'none',
  team: 'support',
  examplesFile: '../tests/support/loyalty/examples.txt',
};
