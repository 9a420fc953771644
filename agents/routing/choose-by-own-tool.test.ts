import { describe, expect, test } from 'vitest';
import { chooseByOwnTool } from './choose-by-own-tool';

const requests: Record<string, string[]> = {
  cancel_appointment: [
    'get rid of my Monday booking, would you',
    "we won't be needing the installer on Thursday after all",
    'pls drop the wednesday appt',
    '礼拜三的上门不用了，谢谢',
    '下周一的维修先取消吧，我人在外地',
    '那个咨询我不做了，帮我去掉',
    '週五的預約請幫我取消',
    'my husband fixed the network, please tell the technician not to come',
    '這個禮拜六的維修我去不了，幫我取消掉',
  ],
  reschedule_appointment: [
    'Thursday turned out to be impossible, could I have Friday at noon?',
    'my repair on Monday, can we make it an hour later',
    "Need to push Tuesday's installation to the week after, same time",
    'change appt to wed 3pm',
    '周二的维修来不了，换成周四上午行不行',
    '預約改到下週三下午兩點',
    '安装能不能提前一天，周三上午九点',
    'I am afraid I have to ask you for another date, as my flight was moved; would Monday at four do?',
    'Friday got busy. Tuesday at 2 pm instead?',
  ],
  book_appointment: [
    "I'd like someone to come and set up the doorbell on Monday at 1 pm",
    'screen of my tablet is dead. Tuesday 4pm at your repair desk?',
    "Which keyboard suits me? I'd love to talk it over with one of your people, Thursday 11 am",
    '平板开不了机，明天下午两点拿去修',
    '想找人帮忙选显示器，周三上午十一点视频聊一下',
    '麻煩派人來安裝路由器，下週二早上九點',
    'can fix my speaker on sat 2pm or not',
    '我的音箱摔坏了，麻烦约礼拜五下午四点维修',
    '想預約上門安裝，這週四下午一點，謝謝',
  ],
  request_return: [
    'These headphones give me a headache, I want to send them back.',
    '這個耳機太重，想退貨，訂單10421',
  ],
  request_refund: ['箱子破了，赔我20块算了，单号10421'],
  send_invoice_copy: [
    'could u email me inv-2026-0035 again',
    '發票INV-2026-0042能不能再寄一次',
    'the invoice ending 0035, mail it over',
  ],
  get_payment_status: [
    'INV-2026-0043, when do I have to pay by',
    '钱转过去了，INV-2026-0035 看到了吗',
    'did INV-2026-0042 go through',
  ],
  dispute_invoice: [
    "I can't accept INV-2026-0043, the shop assistant said 169",
    "you've billed me for 2 cables on INV-2026-0035, only 1 came",
    'INV-2026-0043 报的是169，怎么开了189，要求更正',
    'INV-2026-0042 多收三十塊，請處理',
    'I was double charged on INV-2026-0035 and want this corrected',
  ],
  claim_expense: [
    'Had dinner with a client on Thursday, $62, receipt in my bag. I want it back from the company',
    'pls reimburse grab ride last mon 15.80 got receipt',
    '上周一出差住酒店160块，发票在，帮我报',
    '前天買文具花了12塊，有收據，想報帳',
    "I'd like to hand in the parking ticket from yesterday, 8 dollars, I have no receipt",
    '上礼拜三搭火车去见客户，三十一块二，有收据',
    'I forked out 25 dollars for printer ink on Monday and have the receipt, how do I get it back',
  ],
  change_address: [
    "can u deliver to my gf's place instead, 3 Hill Lane, 456123. order 10440",
    "I've moved. New address: 3 Hill Lane #02-02, Singapore 456123",
    '门铃别送家里了，送公司：湖景路14号3楼，邮编618200',
  ],
  list_orders: [
    'what have I bought from you so far',
    'show orders',
    '我一共下了幾個單',
    '帮我把所有订单列出来',
  ],
  list_invoices: [
    'which bills have you sent me',
    '發票有哪些',
    'all invoices pls',
    '我一共有几张发票',
  ],
  list_appointments: [
    'am I booked in for anything',
    'when was my repair again?',
    '我約了什麼時候',
    '我有预约吗，几点',
    '帮我看看我约了哪天',
  ],
  get_order_status: ['has the keyboard shipped yet'],
};

describe.each(Object.entries(requests))('%s is asked for', (tool, said) => {
  test.each(said)('«%s»', (text) => {
    expect(chooseByOwnTool(text)?.tool).toBe(tool);
  });
});

test.each([
  'What does a repair cost?',
  'Can I pay by PayNow?',
  'How long does a home installation take?',
  'Do you buy old headphones?',
  'Can one come to the shop on Sundays?',
  '退货要自己付运费吗？',
  '周六几点关门？',
  '师傅上门安装怎么收费的？',
  '发票可以开公司抬头吗？',
  'Thanks, that was quick',
  'How many days do I have to return a mouse?',
  'Are invoices sent by e-mail or by post?',
  'Which documents do I need to claim a hotel?',
  '维修一般要几天？',
])('«%s» asks for no tool', (text) => {
  expect(chooseByOwnTool(text)).toBeNull();
});
