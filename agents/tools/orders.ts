import type { StructuredToolInterface } from '@langchain/core/tools';
import { changeAddress } from './change-address';
import { getOrderStatus } from './get-order-status';
import { listOrders } from './list-orders';
import { requestRefund } from './request-refund';
import { requestReturn } from './request-return';

/** What can be done about orders. */
export const orderTools: StructuredToolInterface[] = [
  getOrderStatus,
  listOrders,
  requestReturn,
  requestRefund,
  changeAddress,
];
