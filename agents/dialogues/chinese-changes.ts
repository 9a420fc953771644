import type { Dialogue } from './dialogue';

/** Second thoughts in Chinese: what people correct, move, and let go of. */
export const chineseChanges: Dialogue[] = [
  {
    name: '中途改主意，最后放弃另一件事',
    lines: [
      ['帮我约周三维修', '几点'],
      ['还是周四吧', '几点', '!没有从您的回答里找到'],
      ['下午三点', '周四', '15:00'],
      ['改成周五', '周五', '15:00', '!周四'],
      ['好的，不过改到十二点', '周五', '12:00'],
      ['不对，是选购咨询', '选购咨询', '12:00'],
      ['好的', '预约成功', '周五'],
      ['我要退货，订单SO-10421', '原因是什么'],
      ['算了，我再想想', '先放下'],
    ],
    leaves: { appointments: [{ at: 'fri 12:00', status: 'booked', calendarId: 'advice' }] },
  },
  {
    name: '看过空档后报时间，再问能否换成别的时间',
    lines: [
      ['周四修平板有空档吗？', '可预约时间', '周四'],
      ['上午十一点半', '维修服务台', '周四', '11:30'],
      ['能换成周五同一时间吗？', '周五', '11:30', '!没有待进行的预约'],
      ['好的', '预约成功'],
    ],
    leaves: { appointments: [{ at: 'fri 11:30', status: 'booked', calendarId: 'repair' }] },
  },
  {
    name: '改期：只说往后推多久',
    given: 'wed 11:00',
    lines: [
      ['我周三的维修能不能往后推一天', '周三', '周四', '11:00'],
      ['好的', '已改到', '周四', '11:00'],
    ],
    leaves: { appointments: [{ at: 'thu 11:00', status: 'booked' }] },
  },
  {
    name: '不退了，改要部分退款',
    lines: [
      ['我要退SO-10421的耳机，右边没声音', '申请退货'],
      ['我还是留着吧，退我25新元就行', '退款', 'SGD 25.00', '右边没声音'],
      ['确认', 'RF-'],
    ],
    leaves: { refunds: [{ orderId: 'SO-10421', amountCents: 2500, reason: '右边没声音' }] },
  },
  {
    name: '改期：公文式的说法',
    given: 'wed 11:00',
    lines: [
      [
        '原定周三的平板维修，因日程调整，现申请变更至周四12:00，请知悉',
        '更改预约时间',
        '周四',
        '12:00',
      ],
      ['确认', '已改到', '周四', '12:00'],
    ],
    leaves: { appointments: [{ at: 'thu 12:00', status: 'booked' }] },
  },
];
