/** English words that people put into Chinese sentences, and what they stand for there. */
const words: Record<string, string> = {
  ...{ book: '预约', booking: '预约', appointment: '预约', appt: '预约', slot: '时段' },
  ...{ cancel: '取消', postpone: '推迟', reschedule: '改期', change: '改', move: '挪' },
  ...{ repair: '维修', fix: '修', service: '维修', install: '安装', installation: '上门安装' },
  ...{ return: '退货', refund: '退款', order: '订单', orders: '订单', parcel: '包裹' },
  ...{ delivery: '送货', deliver: '送', ship: '寄', address: '地址', tracking: '物流' },
  ...{ invoice: '发票', invoices: '发票', bill: '账单', copy: '副本', email: '发邮件' },
  ...{ send: '发', resend: '再发', dispute: '申诉', paid: '付了', pay: '付', payment: '付款' },
  ...{ claim: '报销', expense: '费用', receipt: '收据', taxi: '打车', grab: '打车' },
  ...{ hotel: '酒店', lunch: '午饭', dinner: '晚饭', check: '查', show: '看', list: '列出' },
  ...{ charger: '充电器', cable: '数据线', headphones: '耳机', headset: '耳机', earphone: '耳机' },
  ...{ speaker: '音箱', keyboard: '键盘', mouse: '鼠标', monitor: '显示器', tablet: '平板' },
  ...{ office: '公司', house: '家', urgent: '急' },
};
const particles = /(?<!\p{L})(?:leh|lah|la|lor|loh|liao|hor|meh|mah|ah|eh|aiyo|aiya)(?!\p{L})/giu;
const han = /\p{Script=Han}/gu;

/**
 * A Chinese sentence with its English words put into Chinese, as people speak where both are at home:
 * 帮我 book 周五三点. Any other text is left as it is.
 */
export function unmix(text: string): string {
  const english = text.match(/(?<![\p{L}-])[A-Za-z]{3,}(?![\p{L}-])/gu)?.length ?? 0;
  if (english === 0 || (text.match(han)?.length ?? 0) < english) return text;
  return text
    .replaceAll(particles, ' ')
    .replaceAll(
      /\s?(?<![\p{L}\d-])([A-Za-z]{3,})(?![\p{L}\d-])\s?/gu,
      (whole, word: string) => words[word.toLowerCase()] ?? whole,
    );
}
