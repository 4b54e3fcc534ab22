const names: Readonly<Record<string, string>> = {
  aqua: '00FFFF',
  black: '000000',
  blue: '0000FF',
  brown: 'A52A2A',
  coral: 'FF7F50',
  crimson: 'DC143C',
  cyan: '00FFFF',
  darkblue: '00008B',
  darkgreen: '006400',
  darkorange: 'FF8C00',
  darkred: '8B0000',
  deeppink: 'FF1493',
  deepskyblue: '00BFFF',
  dodgerblue: '1E90FF',
  fuchsia: 'FF00FF',
  gold: 'FFD700',
  gray: '808080',
  green: '008000',
  grey: '808080',
  hotpink: 'FF69B4',
  indigo: '4B0082',
  lightblue: 'ADD8E6',
  lightgreen: '90EE90',
  lightskyblue: '87CEFA',
  lime: '00FF00',
  limegreen: '32CD32',
  magenta: 'FF00FF',
  maroon: '800000',
  navy: '000080',
  olive: '808000',
  orange: 'FFA500',
  orangered: 'FF4500',
  orchid: 'DA70D6',
  pink: 'FFC0CB',
  purple: '800080',
  red: 'FF0000',
  royalblue: '4169E1',
  salmon: 'FA8072',
  silver: 'C0C0C0',
  skyblue: '87CEEB',
  steelblue: '4682B4',
  teal: '008080',
  tomato: 'FF6347',
  turquoise: '40E0D0',
  violet: 'EE82EE',
  white: 'FFFFFF',
  yellow: 'FFFF00',
};

/** A colour of CSS as `#RRGGBB`, without its transparency; `undefined` where it is none of the common forms. */
export function cssColor(text: string): string | undefined {
  const value = text.trim().toLowerCase();
  if (Object.hasOwn(names, value)) return `#${names[value]}`;
  const [, hex] = /^#([0-9a-f]{3,8})$/.exec(value) ?? [];
  if (hex !== undefined) return hexColor(hex);
  const [, ...amounts] =
    /^rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})(?:[\s,/]+[\d.]+%?)?\s*\)$/.exec(value) ?? [];
  if (amounts.length === 0 || amounts.some((amount) => Number(amount) > 255)) return undefined;
  return `#${amounts
    .map((amount) => Number(amount).toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase()}`;
}

function hexColor(hex: string): string | undefined {
  const short = hex.length === 3 || hex.length === 4;
  const six = short ? [...hex.slice(0, 3)].map((digit) => digit + digit).join('') : hex.slice(0, 6);
  return short || hex.length === 6 || hex.length === 8 ? `#${six.toUpperCase()}` : undefined;
}
