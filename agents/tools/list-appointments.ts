import { z } from 'zod';
import { appointmentLine, appointmentList } from './appointment-facts';
import { callBusiness, refusalResult } from './call-business';
import { defineTool } from './define-tool';
import { toolExamples } from './tool-examples';

export const listAppointments = defineTool({
  name: 'list_appointments',
  description:
    "Lists the person's own appointments that lie ahead, with number, service, day and time. Use it when they ask what they have booked or when it is.",
  risk: 'read',
  needsAccount: true,
  schema: z.object({}),
  examples: toolExamples('list_appointments'),
  run: async (_args, call) => {
    const answer = await callBusiness(call, 'listAppointments', {}, appointmentList);
    if (answer.outcome !== 'ok') return refusalResult(answer);
    const { appointments } = answer.data;
    if (appointments.length === 0) return { outcome: 'none' };
    const lines = appointments.map((each) => appointmentLine(each, call.locale));
    return { outcome: 'ok', count: appointments.length, lines };
  },
});
