/** A document that the demo company's desk begins with. */
export interface SeedDocument {
  /** Below `drizzle/seed/documents`. */
  file: string;
  title: string;
  visibility: 'public' | 'staff';
}

/** What the demo company's desk knows from the start. */
export const seedDocuments: readonly SeedDocument[] = [
  { file: 'returns-and-refunds.md', title: 'Returns and refunds', visibility: 'public' },
  { file: 'shipping-and-delivery.html', title: 'Shipping and delivery', visibility: 'public' },
  { file: 'delivery-rates.csv', title: 'Delivery rates', visibility: 'public' },
  { file: 'invoices-and-payment.md', title: 'Invoices and payment', visibility: 'public' },
  { file: 'warranty-and-repairs.md', title: 'Warranty and repairs', visibility: 'public' },
  {
    file: 'appointments-and-opening-hours.md',
    title: 'Appointments and opening hours',
    visibility: 'public',
  },
  { file: 'returns-and-refunds.zh.md', title: '退货与退款', visibility: 'public' },
  { file: 'customer-guide.zh.md', title: '顾客指南', visibility: 'public' },
  { file: 'staff-handbook.md', title: 'Handbook for the service team', visibility: 'staff' },
  { file: 'staff-handbook.zh.md', title: '服务团队手册', visibility: 'staff' },
];
