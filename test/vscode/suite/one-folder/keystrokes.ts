/**
 * Sessions of writing, key by key. In `keys` each character is typed, except
 *
 *   ⌫ Backspace    ⌦ Delete    ↶ undo    ⏎ Enter    ⟦…⟧ pasted at once    ⇢…⇠ a click behind this text
 */
export interface Session {
  readonly title: string;
  readonly file: string;
  readonly keys: string;
}

export const SESSIONS: readonly Session[] = [
  {
    title: 'an objective is written, with slips of the finger',
    file: 'okrs/growth.strategy',
    keys: [
      '⇢now 2d\n}⇠⏎⏎objectve⌫⌫ive pricing "Customers understadn⌫⌫nd what they pay',
      '⇢what they pay"⇠ {⏎supports win-midm⌫⌫⌫⌫midmarket⏎owner mayo⌫a⏎period FY26-Q9⌫1⏎',
      'kr questions "Fewer questions about bills" from 120 to 40 now 11⌫⌫90⏎kr plain "Bills of one page" from 10% to 90 %⌫⌫%',
      '↶↶↶⇢self-serve⇠⌫⌫⌦⇢kr faster⇠ ⌫r',
    ].join(''),
  },
  {
    title: 'declarations are broken, mended, cut and pasted',
    file: 'okrs/retention.strategy',
    keys: [
      '⇢win-midm⇠a⏎⌫⌫⌫ar⇢81% to 90%⇠⌫⌫⌫⌫"⌫90%⇢succeed⇠"⌫⇢FY26-Q1⇠ }⌫⌫⇢objective retention⇠⌫⌫⌫⌫⌫⌫⌫⌫⌫',
      'keep⇢now 380⇠⏎⟦  kr seats "More seats are used" from 30% to 60%\n  kr logins "More log in" from 1 to 2 now 3\n⟧',
      '⇢now 380⇠ // falls⌫⌫⌫⌫⌫⌫⌫⌫⌫ //⌫⌫⌫⟦\n}\n\nobjective two "Another" {\n  supports keep.renewals\n⟧↶',
      '⇢to 250⇠⌫⌫⌫5 at most⌫⌫⌫⌫⌫⌫⌫⌫⌫⌫250⇢owner    maya⇠⌫⌫⌫⌫nobody⌫⌫⌫⌫⌫⌫growth, maya⌫⌫⌫⌫⌫⌫',
      '⇢keep⇠-on⌫⌫⌫⇢"More customers renew"⇠⌫⌫⌦⌦up⌫⌫"⇢kr tickets⇠⌫⌫⌫⌫⌫⌫⌫ renewals⌫⌫⌫⌫⌫⌫⌫⌫',
      'tickets⇢now 83%⇠ confidence⌫⌫⌫⌫⌫⌫⌫⌫⌫⌫⌫⏎⏎period 2026⌫⌫⌫⌫⌫⌫⌫⌫⌫⌫⌫',
    ].join(''),
  },
];
