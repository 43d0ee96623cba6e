/** Numbers as people read them. Units are the same in every language. */

import { ofWords, type Shown } from '../../components/lesson/value.ts';
import { grouped } from '../../components/views/format.ts';

/** In ms up to a second, then in seconds. */
export function timeText(ms: number): string {
  const whole = Math.round(ms);
  return whole < 1000 ? `${whole} ms` : `${trimmed(whole / 1000, 2)} s`;
}

/** Exact up to a hundred thousand. */
export function bytesText(bytes: number): string {
  if (bytes < 99_999.5) return `${grouped(Math.round(bytes))} B`;
  for (const [unit, size] of [
    ['kB', 1e3],
    ['MB', 1e6],
    ['GB', 1e9],
    ['TB', 1e12],
  ] as const)
    if (bytes < 999.5 * size) return `${significant(bytes / size)} ${unit}`;
  return `${significant(bytes / 1e15)} PB`;
}

/** Bytes a second as bits a second. */
export function bitsText(bytes: number): string {
  const bits = bytes * 8;
  for (const [unit, size] of [
    ['bit/s', 1],
    ['kbit/s', 1e3],
    ['Mbit/s', 1e6],
    ['Gbit/s', 1e9],
  ] as const)
    if (bits < 999.5 * size) return `${significant(bits / size)} ${unit}`;
  return `${significant(bits / 1e12)} Tbit/s`;
}

export function countText(value: number): string {
  return value >= 100 || Number.isInteger(value) ? grouped(Math.round(value)) : significant(value);
}

export function percentText(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** Three digits that count. */
function significant(value: number): string {
  if (value === 0) return '0';
  if (value < 0.001) return '< 0.001';
  const digits = Math.max(0, 2 - Math.floor(Math.log10(value)));
  return value >= 999.5 ? grouped(Math.round(value)) : trimmed(value, digits);
}

function trimmed(value: number, digits: number): string {
  const text = value.toFixed(digits);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

export const ofTime = (ms: number): Shown => ofWords(timeText(ms));
export const ofSize = (bytes: number): Shown => ofWords(bytesText(bytes));
