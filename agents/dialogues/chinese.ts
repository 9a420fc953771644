import { type Dialogue, operatorAgrees } from './dialogue';

/** The same kinds of business in Chinese, with people's other ways. */
export const chinese: Dialogue[] = [
  {
    name: '预约：缺什么问什么，一次一项',
    lines: [
      ['我想预约', '哪一种服务', '!哪一天'],
      ['修平板', '哪一天', '!几点'],
      ['周三', '几点'],
      ['上午十一点', '预约', '维修服务台', '周三', '11:00'],
      ['好的', '预约成功', '维修服务台', 'AP-3'],
    ],
    leaves: { appointments: [{ at: 'wed 11:00', status: 'booked', calendarId: 'repair' }] },
  },
  {
    name: '改期：一句话说全，不再追问',
    given: 'wed 11:00',
    lines: [
      ['把我周三的预约改到周五下午三点', '更改预约时间', '周三', '11:00', '周五', '15:00'],
      ['确认', '已改到', '周五', '15:00'],
    ],
    leaves: { appointments: [{ at: 'fri 15:00', status: 'booked' }] },
  },
  {
    name: '取消预约',
    given: 'thu 15:00',
    lines: [
      ['我周四来不了，帮我取消预约', '取消预约', '周四', '15:00'],
      ['是的', '已取消'],
    ],
    leaves: { appointments: [{ at: 'thu 15:00', status: 'cancelled' }] },
  },
  {
    name: '退货：数量和原因说过就不再问',
    lines: [
      ['订单SO-10398我要退两件，因为太短', '有多件商品', '哪一件商品', '!原因是什么'],
      ['第一件', '申请退货', '2 × Braided USB-C cable', 'SGD 38.00', '太短'],
      ['确认', 'RT-7'],
    ],
    leaves: {
      returns: [{ orderId: 'SO-10398', sku: 'LW-CBL-09', quantity: 2, reason: '太短' }],
    },
  },
  {
    name: '退款：确认后办理',
    lines: [
      ['SO-10398 给我退十九块，因为少寄了一根线', '退款', 'SGD 19.00', '少寄了一根线'],
      ['改成15元', 'SGD 15.00', '少寄了一根线'],
      ['同意', '退款 SGD 15.00', 'RF-8'],
    ],
    leaves: { refunds: [{ orderId: 'SO-10398', amountCents: 1500, reason: '少寄了一根线' }] },
  },
  {
    name: '大额退款：还需同事同意',
    lines: [
      ['订单SO-10421我要全额退款，因为有杂音', '退款', 'SGD 329.00', '有杂音'],
      ['好的', '还需要一位同事同意', '!RF-8'],
      [operatorAgrees, '退款 SGD 329.00', 'RF-8', '"state":"done"'],
    ],
    leaves: { refunds: [{ orderId: 'SO-10421', amountCents: 32_900, reason: '有杂音' }] },
  },
  {
    name: '发票副本：发到账户邮箱',
    lines: [
      ['发票丢了，麻烦把INV-2026-0042再发我一份', '发送发票副本', 'customer@demo.test'],
      ['可以', '已发往 customer@demo.test'],
    ],
    leaves: { mails: [{ to: 'customer@demo.test', body: 'SGD 329.00' }] },
  },
  {
    name: '查付款',
    lines: [
      ['发票INV-2026-0017的款到账了吗？', '金额 SGD 240.00，已付 SGD 100.00', 'SGD 140.00'],
      ['INV-2026-0042呢？', 'INV-2026-0042'],
    ],
    leaves: {},
  },
  {
    name: '对发票提出异议，不重复登记',
    lines: [
      ['我对发票有异议', '哪一张发票'],
      ['INV-2026-0017', '原因是什么'],
      ['只做了一个小时', '对发票提出异议', 'SGD 240.00', '只做了一个小时'],
      ['确认', 'DP-6', '财务团队'],
      ['INV-2026-0017我不认可，因为太贵了', '对发票提出异议'],
      ['确认', '没有重复登记'],
    ],
    leaves: { disputes: [{ invoiceId: 'INV-2026-0017', reason: '只做了一个小时' }] },
  },
  {
    name: '报销：重复的会被发现',
    by: 'staff',
    lines: [
      ['我要报销打车费四十块', '哪一天支付', '!哪一类', '!金额是多少'],
      ['昨天', '您有收据吗'],
      ['有的', '报销申请', '交通', 'SGD 40.00'],
      ['确认', 'EX-5', 'SGD 40.00'],
      ['报销昨天的打车费40元，有小票', '已经申请过', 'EX-5'],
    ],
    leaves: { claims: [{ category: 'travel', amountCents: 4000, hasReceipt: true }] },
  },
  {
    name: '改地址：只改一个订单',
    lines: [
      ['订单SO-10440的收货地址写错了，帮我改一下', '完整的新地址'],
      ['滨海路8号05-11，邮编018900', '更改收货地址', '滨海路8号05-11，邮编018900', '!您的账户'],
      ['确认', '收货地址已改为', 'SO-10440'],
    ],
    leaves: { addresses: { order: '滨海路8号05-11，邮编018900' } },
  },
  {
    name: '一次两件事，逐件确认',
    lines: [
      [
        '我要退订单SO-10421，因为有杂音。另外把发票INV-2026-0042的副本发给我',
        '申请退货',
        '!发送发票副本',
      ],
      ['确认', 'RT-7', '发送发票副本'],
      ['确认', '已发往 customer@demo.test'],
    ],
    leaves: {
      returns: [{ orderId: 'SO-10421', sku: 'LW-HPH-02', quantity: 1, reason: '有杂音' }],
      mails: [{ to: 'customer@demo.test', body: 'INV-2026-0042' }],
    },
  },
];
