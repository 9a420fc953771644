import type { StructuredToolInterface } from '@langchain/core/tools';
import { bookAppointment } from './book-appointment';
import { cancelAppointment } from './cancel-appointment';
import { findFreeSlots } from './find-free-slots';
import { listAppointments } from './list-appointments';
import { rescheduleAppointment } from './reschedule-appointment';

/** What can be done about appointments. */
export const appointmentTools: StructuredToolInterface[] = [
  findFreeSlots,
  listAppointments,
  bookAppointment,
  rescheduleAppointment,
  cancelAppointment,
];
