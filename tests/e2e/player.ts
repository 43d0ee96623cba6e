/** What the specs of the player and of its presenter's windows share. */
import type { Page } from '@playwright/test';
import { expect } from './page.ts';

/** The lesson with the most kinds of inputs. What is in the lessons is the business of lessons.spec.ts. */
export const LESSON = '#/learn/md5-handshake';
export const STEP = `${LESSON}/key1-17`;
/** Asks something, with three answers to pick from. */
export const QUESTION = `${LESSON}/key1-ask`;

/** Not one of the sliders that belong to an input. */
export const scrubber = (page: Page) => page.locator('input[type=range]:not([data-input])');
export const controls = (page: Page) => page.getByRole('region', { name: 'Steps' });
export const stage = (page: Page) => page.locator('figure').first();
export const at = async (page: Page) => Number(await scrubber(page).inputValue());
export const expectAt = (page: Page, index: number) => expect(scrubber(page)).toHaveValue(String(index));
