import type { demoCalendars, WeeklyHours } from '@/drizzle/schema/demo';

/** What Lanternway sells: article number, name, price in cents. */
export const products = [
  { sku: 'LW-EAR-01', name: 'Halo wireless earbuds', unitCents: 12_900 },
  { sku: 'LW-HPH-02', name: 'Drift noise-cancelling headphones', unitCents: 32_900 },
  { sku: 'LW-SPK-03', name: 'Pebble portable speaker', unitCents: 8_900 },
  { sku: 'LW-KEY-04', name: 'Tactile 75 mechanical keyboard', unitCents: 18_900 },
  { sku: 'LW-MSE-05', name: 'Glide wireless mouse', unitCents: 5_900 },
  { sku: 'LW-MON-06', name: 'Vista 27 inch 4K monitor', unitCents: 64_900 },
  { sku: 'LW-TAB-07', name: 'Folio 11 inch tablet', unitCents: 79_900 },
  { sku: 'LW-CHG-08', name: 'Surge 65 W USB-C charger', unitCents: 6_900 },
  { sku: 'LW-CBL-09', name: 'Braided USB-C cable, 2 m', unitCents: 1_900 },
  { sku: 'LW-CAM-10', name: 'Porchlight doorbell camera', unitCents: 21_900 },
  { sku: 'LW-RTR-11', name: 'Mesh Wi-Fi router, pack of two', unitCents: 38_900 },
  { sku: 'LW-PWR-12', name: 'Reserve 20,000 mAh power bank', unitCents: 7_900 },
] as const;

export type Product = (typeof products)[number];

/** The product with this article number. */
export function product(sku: string): Product {
  const found = products.find((entry) => entry.sku === sku);
  if (!found) throw new Error(`Lanternway does not sell ${sku}.`);
  return found;
}

const shopHours: WeeklyHours = {
  1: ['10:00', '19:00'],
  2: ['10:00', '19:00'],
  3: ['10:00', '19:00'],
  4: ['10:00', '19:00'],
  5: ['10:00', '19:00'],
  6: ['11:00', '17:00'],
};

const weekdays: WeeklyHours = {
  1: ['09:00', '17:00'],
  2: ['09:00', '17:00'],
  3: ['09:00', '17:00'],
  4: ['09:00', '17:00'],
  5: ['09:00', '17:00'],
};

const singapore = 'Asia/Singapore';
const shop = {
  placeEn: 'Lanternway, 18 Lantern Way, Singapore',
  placeZh: 'Lanternway 门店，新加坡 Lantern Way 18 号',
};

/** What can be booked, each on the clocks of its place. */
export const calendars: (typeof demoCalendars.$inferInsert)[] = [
  {
    id: 'repair',
    nameEn: 'Repair desk',
    nameZh: '维修服务台',
    timeZone: singapore,
    ...shop,
    slotMinutes: 30,
    hours: shopHours,
  },
  {
    id: 'advice',
    nameEn: 'Product advice',
    nameZh: '选购咨询',
    timeZone: 'Europe/London',
    placeEn: 'Video call; the link comes by e-mail',
    placeZh: '视频通话，链接将通过电子邮件发送',
    slotMinutes: 30,
    hours: weekdays,
  },
  {
    id: 'home-setup',
    nameEn: 'Home installation',
    nameZh: '上门安装',
    timeZone: singapore,
    slotMinutes: 120,
    hours: weekdays,
  },
];
