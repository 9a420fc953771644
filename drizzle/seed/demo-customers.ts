import type { demoCustomers } from '@/drizzle/schema/demo';
import { FixedChance } from './fixed-chance';

type Customer = typeof demoCustomers.$inferInsert;

const customerCount = 200;
/** These came first and stay as they are: their orders are told by a plain rule. */
export const firstCustomerCount = 30;

const firstNames = 'Mei Arjun Hannah Wei Siti Daniel Yun Priya Lucas Jia'.split(' ');
const lastNames = 'Tan Kumar Becker Lim Rahman'.split(' ');

/** Given names and family names of people of one origin, and how one writes them together. */
interface Names {
  given: string[];
  family: string[];
  write: (given: string, family: string) => string;
}

const chinese: Names = {
  given:
    'Wei Ming,Hui Min,Jia Hao,Xin Yi,Kai Xuan,Mei Ling,Jun Wei,Li Ting,Zhi Hao,Shu Fen,Yi Ling,Boon Keng'.split(
      ',',
    ),
  family: 'Tan Lim Lee Ng Wong Goh Chua Koh Teo Ang Yeo Ong'.split(' '),
  write: (given, family) => `${family} ${given}`,
};
const inCharacters: Names = {
  given: '伟明 秀英 建国 雨欣 志强 思远 晓琳 子涵'.split(' '),
  family: '王 李 张 刘 陈 杨 黄 周'.split(' '),
  write: (given, family) => `${family}${given}`,
};
const malay: Names = {
  given: 'Nur Aisyah,Muhammad Faizal,Siti Hajar,Ahmad Danial,Nurul Huda,Hafiz,Farah,Iskandar'.split(
    ',',
  ),
  family: 'Osman Rahman Ismail Yusof Hamid Salleh Ibrahim Kassim'.split(' '),
  write: (given, family) =>
    `${given} ${/^(?:Nur|Siti|Farah)/.test(given) ? 'binte' : 'bin'} ${family}`,
};
const indian: Names = {
  given: 'Priya Arjun Kavitha Rajesh Deepa Suresh Anjali Vikram Meena Prakash'.split(' '),
  family: 'Nair Pillai Sharma Menon Krishnan Rao Iyer Singh Gupta Reddy'.split(' '),
  write: (given, family) => `${given} ${family}`,
};
const european: Names = {
  given: 'Hannah Lucas Zoë Søren Siobhán José Élodie Matteo'.split(' '),
  family: ["O'Connor", 'Becker', 'Moreau', 'Jansen', 'Dahl', 'Álvarez', 'Rossi', 'Kowalska'],
  write: (given, family) => `${given} ${family}`,
};
const origins = [
  chinese,
  malay,
  chinese,
  indian,
  chinese,
  european,
  chinese,
  malay,
  indian,
  inCharacters,
] as const;

const streets = [
  'Bedok North Avenue 3',
  'Tampines Street 81',
  'Toa Payoh Lorong 1',
  'Serangoon Road',
  'Jurong West Street 42',
  'Pasir Ris Drive 6',
  'Clementi Avenue 2',
  'Tiong Bahru Road',
  'Upper Thomson Road',
  'East Coast Road',
] as const;
const abroad = [
  ['Johor Bahru', 'Jalan Dhoby, 80000 Johor Bahru, Malaysia'],
  ['Kuala Lumpur', 'Jalan Sultan, 50000 Kuala Lumpur, Malaysia'],
  ['George Town', 'Lebuh Chulia, 10200 George Town, Malaysia'],
  ['Jakarta', 'Jalan Sabang, Jakarta 10340, Indonesia'],
  ['Bangkok', 'Sukhumvit Soi 11, Bangkok 10110, Thailand'],
  ['Hong Kong', "Queen's Road West, Hong Kong"],
] as const;

/** The customers of the demo company, C-1001 to C-1200, the same each time. */
export function makeCustomers(): Customer[] {
  const chance = new FixedChance(1001);
  return Array.from({ length: customerCount }, (_, index) =>
    index < firstCustomerCount ? firstCustomer(index) : laterCustomer(index, chance),
  );
}

function firstCustomer(index: number): Customer {
  const first = firstNames[index % firstNames.length] ?? '';
  const last = lastNames[Math.floor(index / 2) % lastNames.length] ?? '';
  const id = idOf(index);
  const email = index === 0 ? 'customer@demo.test' : emailOf(id);
  const name = index === 0 ? 'Carla Chen' : `${first} ${last}`;
  const address = `${12 + 3 * index} Harbour Street #0${1 + (index % 9)}-${11 + index}, Singapore 0${70_100 + index}`;
  return { id, name, email, city: 'Singapore', address };
}

function laterCustomer(index: number, chance: FixedChance): Customer {
  const id = idOf(index);
  return { id, name: nameOf(index - firstCustomerCount), email: emailOf(id), ...homeOf(chance) };
}

/** No two of an origin are called the same: each round gives every given name another family. */
function nameOf(nth: number): string {
  const origin = origins[nth % origins.length] ?? chinese;
  const before = origins.slice(0, nth % origins.length).filter((each) => each === origin).length;
  const ofRound = origins.filter((each) => each === origin).length;
  const count = Math.floor(nth / origins.length) * ofRound + before;
  const { given, family, write } = origin;
  const round = Math.floor(count / given.length);
  return write(given[count % given.length] ?? '', family[(count + round) % family.length] ?? '');
}

function homeOf(chance: FixedChance): { city: string; address: string } {
  const number = chance.between(2, 498);
  if (chance.isOneOf(15)) {
    const [city, rest] = chance.pick(abroad);
    return { city, address: `${number} ${rest}` };
  }
  const unit = `#${String(chance.between(2, 24)).padStart(2, '0')}-${chance.between(100, 399)}`;
  const postalCode = chance.between(100_000, 829_999);
  const street = chance.pick(streets);
  return { city: 'Singapore', address: `${number} ${street} ${unit}, Singapore ${postalCode}` };
}

const idOf = (index: number) => `C-${1001 + index}`;
const emailOf = (id: string) => `${id.toLowerCase()}@demo.test`;
