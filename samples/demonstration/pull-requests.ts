/** A quarter in the life of Kestrel Freight (`samples/scale-up`): twelve pull requests, from May to June 2026. */

/** In each file what is replaced by what; null removes the file, a text is a new one. */
export type Edits = Readonly<Record<string, readonly (readonly [before: string, after: string])[] | string | null>>;

export interface PullRequest {
  readonly branch: string;
  readonly title: string;
  /** What the author says of it; may end in trailers. */
  readonly body: string;
  readonly author: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly edits: Edits;
}

const Q2 = 'okrs/FY26-Q2';

export const pullRequests: readonly PullRequest[] = [
  {
    branch: 'close-first-quarter', title: 'Score the first quarter\'s payouts', author: 'Rui Tavares', day: '2026-05-06',
    body: 'We got to nine days. The bank moved our cut-over to May, the rest is in instant-pay.',
    edits: {
      'okrs/FY26-Q1/payments.strategy': [[
        '  period   FY26-Q1\n\n  kr payout',
        '  period   FY26-Q1\n  status   done 2026-05-06 "Scored 0.86. The bank moved the cut-over; instant-pay goes on with it."\n\n  kr payout',
      ]],
    },
  },
  {
    branch: 'tidy-up', title: 'Say what we mean by finished', author: 'Hanneke de Boer', day: '2026-05-08',
    body: 'A clearer name for a key result, and Platform\'s initiative in a file of its own. Nothing else changes.',
    edits: {
      [`${Q2}/marketplace.strategy`]: [
        ['  kr finished "Bookings that are finished once begun" {', '  kr completed "Bookings that are finished once begun" {'],
        ['    advances   finished\n', '    advances   completed\n'],
      ],
      [`${Q2}/platform.strategy`]: [[
        '\ninitiative ledger-hosting "A home of its own for the ledger" {\n  advances instant-pay.payout\n  owner    platform\n  with     payments\n  period   2026-06-22 .. 2026-07-31\n  effort   2 engineers\n}\n', '',
      ]],
      [`${Q2}/initiatives.strategy`]: 'initiative ledger-hosting "A home of its own for the ledger" {\n  advances instant-pay.payout\n  owner    platform\n  with     payments\n  period   2026-06-22 .. 2026-07-31\n  effort   2 engineers\n}\n',
    },
  },
  {
    branch: 'week-21', title: 'Check-ins of week 21', author: 'Davide Conti', day: '2026-05-19', body: '',
    edits: {
      [`${Q2}/commercial.strategy`]: [
        ['    confidence 7/10\n  }\n  kr frames', '    confidence 7/10\n    checkin    2026-05-18 27% confidence 7/10\n  }\n  kr frames'],
        ['    from 34 to 60 contracts\n', '    from    34 to 60 contracts\n    checkin 2026-05-18 37 contracts\n'],
      ],
    },
  },
  {
    branch: 'week-21-marketplace', title: 'Check-ins of the marketplace', author: 'Teun Mulder', day: '2026-05-22', body: '',
    edits: {
      [`${Q2}/marketplace.strategy`]: [['    needs instant-pay.checkout\n', '    needs instant-pay.checkout\n    checkin 2026-05-22 48%\n']],
      [`${Q2}/payments.strategy`]: [[
        '  kr checkout "Checkout takes cards, transfers and invoices" done now 40% by 2026-07-24\n',
        '  kr checkout "Checkout takes cards, transfers and invoices" done now 40% by 2026-07-24 {\n    checkin 2026-05-20 45% confidence 8/10\n  }\n',
      ]],
    },
  },
  {
    branch: 'realistic-cache', title: 'Be realistic about the cache', author: 'Kofi Mensah', day: '2026-05-27',
    body: 'Part loads are never asked for twice, so a third of all lookups cannot be answered from it.',
    edits: { [`${Q2}/pricing.strategy`]: [['    metric cache-hits from 35% to 85%\n', '    metric cache-hits from 35% to 65%\n']] },
  },
  {
    branch: 'cluster-in-august', title: 'The new cluster comes in August', author: 'Zofia Wójcik', day: '2026-05-29',
    body: 'The racks are late. We would rather move once, and properly.',
    edits: {
      [`${Q2}/platform.strategy`]: [
        ['done by 2026-07-17 now 60%', 'done by 2026-08-14 now 60%'],
        ['    period   2026-05-04 .. 2026-07-17\n', '    period   2026-05-04 .. 2026-08-14\n'],
      ],
    },
  },
  {
    branch: 'no-summer', title: 'Give up on the summer', author: 'Imani Okoye', day: '2026-06-01',
    body: 'We cannot hire for the night shift before September, and without that nothing here can move.',
    edits: {
      [`${Q2}/people.strategy`]: [[
        '  with     operations\n  period   FY26-Q2\n',
        '  with     operations\n  period   FY26-Q2\n  status   dropped 2026-06-01 "No hiring for the night shift before September"\n',
      ]],
    },
  },
  {
    branch: 'correct-window', title: 'Correct the promised hour', author: 'Małgorzata Kowal', day: '2026-06-03',
    body: 'We counted pick-ups that the shipper had moved. Without them it was 85% in May.',
    edits: { [`${Q2}/operations.strategy`]: [['    checkin 2026-05-04 82%\n', '    checkin 2026-05-04 85%\n']] },
  },
  {
    branch: 'who-is-looked-at', title: 'Settle who is looked at by hand', author: 'Milena Petrović', day: '2026-06-05',
    body: 'Payments wanted fewer, we wanted more. New carriers are looked at, the others are not.',
    edits: {
      [`${Q2}/payments.strategy`]: [['    metric by-hand from 9% to 3%\n', '    metric  by-hand from 9% to 3%\n    segment "carriers we know"\n']],
      [`${Q2}/risk.strategy`]: [['    metric by-hand from 9% to 14%\n', '    metric  by-hand from 9% to 14%\n    segment "new carriers"\n']],
    },
  },
  {
    branch: 'prices-by-themselves', title: 'Prices stand by themselves', author: 'Kofi Mensah', day: '2026-06-08',
    body: 'More than the booking page asks for prices now.',
    edits: { [`${Q2}/pricing.strategy`]: [['  supports first-booking.quote\n', '']] },
  },
  {
    branch: 'prices-earn', title: 'Prices serve what a booking leaves us', author: 'Kofi Mensah', day: '2026-06-09',
    body: 'Elena is right: a price that is there at once is a price that is paid.',
    edits: { [`${Q2}/pricing.strategy`]: [['  owner  pricing\n', '  supports first-booking.quote 60%, earn\n  owner    pricing\n']] },
  },
  {
    branch: 'desk-keeps-the-hour', title: 'The Customer Desk keeps the promised hour', author: 'Annika Visser', day: '2026-06-12',
    body: [
      'The desk talks to the drivers, so it owns the hour. Fewer key results, one of them harder; the other is what the desk can promise.',
      '',
      'Throughline-accept: dff461f48653 agreed by Pieter and Sara on 2026-06-11',
    ].join('\n'),
    edits: {
      [`${Q2}/operations.strategy`]: [
        ['  owner    operations\n  with     desk, marketplace\n', '  owner    desk\n  with     operations, marketplace\n'],
        ['    from    81% to 93%\n', '    from    81% to 90%\n'],
        ['    metric claims from 2.1% to 1.5%\n', '    metric claims from 2.1% to 1.3%\n'],
      ],
    },
  },
];
