/** What is wrong with the course: run by the build, which then fails, and by the tests. See README.md. */

import type { Course, CourseEntry, ProseModule } from '../components/lesson/course.ts';
import type { Ask, LoadedLesson, Step } from '../components/lesson/lesson.ts';
import { planOf, unreadable } from '../components/player/player.ts';
import { LANGUAGES, type Language } from '../components/words/languages.ts';

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** Names of inputs stand in links as they are. */
const NAME = /^[a-z][A-Za-z0-9]*$/;
/** Names that links use for themselves, or that say what of a link could not be used. */
const TAKEN = ['present', 'notes', 'step', 'version'];
/** Parts that the prose of every text has. */
const PARTS = ['title', 'picture'];

/** Every fault of the course, one line each; none when it is sound. */
export async function courseFaults(course: Course): Promise<string[]> {
  const faults: string[] = [];
  for (const entry of course) {
    const loaded = await entry.lesson.load();
    const all = [...stepsOf(loaded)];
    const own = [...lessonFaults(entry, loaded), ...(await onwardFaults(course, all))];
    faults.push(...own.map((fault) => `${entry.id}: ${fault}`));
    for (const language of Object.keys(LANGUAGES) as Language[]) {
      const prose = await entry.prose[language].load();
      const found = [...proseFaults(course, loaded, prose), ...stepFaults(loaded, all, prose)];
      faults.push(...found.map((fault) => `${entry.id}/${language}.mdx: ${fault}`));
    }
  }
  const numbers = course.map(({ about }) => about.number);
  if (new Set(numbers).size !== numbers.length) faults.push('two lessons have one number');
  return [...new Set(faults)];
}

/** Every step of every example. */
function* stepsOf({ lesson }: LoadedLesson): Generator<Step> {
  for (const { inputs } of lesson.examples) {
    const plan = planOf(lesson, inputs);
    for (let i = 0; i < plan.stepCount; i += 1) yield plan.step(i) as Step;
  }
}

function lessonFaults(entry: CourseEntry, { lesson, labels }: LoadedLesson): string[] {
  const faults: string[] = [];
  const label = (id: string) => Object.hasOwn(labels, id) || faults.push(`no label “${id}”`);
  if (!ID.test(entry.id)) faults.push('the folder name does not do for links');
  for (const [name, field] of Object.entries(lesson.fields)) {
    label(`field-${name}`);
    for (const choice of field.choices ?? []) label(`choice-${name}-${choice}`);
    if (!NAME.test(name) || TAKEN.includes(name)) faults.push(`a link cannot carry an input “${name}”`);
  }
  for (const { id, inputs } of lesson.examples) {
    label(`example-${id}`);
    for (const name of unreadable(lesson.fields, inputs)) faults.push(`example ${id}: ${name} cannot be read`);
    const plan = planOf(lesson, inputs);
    let next = 0;
    for (const { phase, first, count } of plan.outline()) {
      label(`phase-${phase}`);
      if (first !== next || count < 1) faults.push(`example ${id}: the outline has a gap at ${phase}`);
      next = first + count;
    }
    if (next !== plan.stepCount) faults.push(`example ${id}: the outline covers ${next} of ${plan.stepCount} steps`);
    const ids = Array.from({ length: plan.stepCount }, (_, i) => plan.step(i)?.id ?? '');
    if (new Set(ids).size !== ids.length) faults.push(`example ${id}: two steps have one id`);
    for (const step of ids) if (!ID.test(step)) faults.push(`step id “${step}” does not do for links`);
  }
  const start = lesson.examples[0].inputs;
  for (const name of Object.keys(lesson.fields))
    if (!Object.hasOwn(start, name)) faults.push(`the first example has no ${name}`);
  return faults;
}

/** A way into another lesson is a link like any other: its parts must be there. */
async function onwardFaults(course: Course, all: readonly Step[]): Promise<string[]> {
  const faults: string[] = [];
  for (const { id, onward } of all) {
    if (!onward) continue;
    const { lesson, step, inputs } = onward;
    const target = await course.find((entry) => entry.id === lesson)?.lesson.load();
    if (!target) {
      faults.push(`step ${id} leads to a lesson that is not there: ${lesson}`);
      continue;
    }
    for (const name of unreadable(target.lesson.fields, inputs))
      faults.push(`step ${id}: ${lesson} cannot read ${name}`);
    if (step === null) continue;
    const plan = planOf(target.lesson, inputs);
    const there = Array.from({ length: plan.stepCount }, (_, i) => plan.step(i)?.id);
    if (!there.includes(step)) faults.push(`step ${id} leads to a step that is not there: ${lesson}/${step}`);
  }
  return faults;
}

function proseFaults(course: Course, { lesson }: LoadedLesson, { texts }: ProseModule): string[] {
  const faults: string[] = [];
  for (const id of Object.keys(lesson.texts)) if (!Object.hasOwn(texts, id)) faults.push(`no text for “${id}”`);
  for (const [id, { values, parts, links }] of Object.entries(texts)) {
    const known = Object.hasOwn(lesson.texts, id) ? lesson.texts[id] : undefined;
    if (known === undefined) {
      faults.push(`text “${id}” belongs to no step`);
      continue;
    }
    for (const value of values) if (!known.includes(value)) faults.push(`text “${id}” has no value {${value}}`);
    for (const part of PARTS) {
      const count = parts.filter((one) => one === part).length;
      if (count !== 1) faults.push(`text “${id}” has ${count} parts of kind ${part}`);
    }
    for (const link of links) {
      const target = /^#\/learn\/([^/]+)/.exec(link)?.[1];
      if (target !== undefined && !course.some((entry) => entry.id === target))
        faults.push(`text “${id}” links to ${link}`);
      if (/^#\/(?!learn|decode)./.test(link)) faults.push(`text “${id}” links to ${link}`);
    }
  }
  return faults;
}

/** What the steps need of the prose, and the prose of the steps. */
function stepFaults({ lesson }: LoadedLesson, all: readonly Step[], { texts }: ProseModule): string[] {
  const faults: string[] = [];
  const used = new Set<string>();
  const asked = new Map<string, Set<string>>();
  for (const { id, text, values, ask, onward } of all) {
    used.add(text);
    const known = Object.hasOwn(lesson.texts, text) ? (lesson.texts[text] ?? []) : [];
    if (Object.keys(values).sort().join() !== [...known].sort().join()) {
      faults.push(`step ${id} gives its text the values ${Object.keys(values).join(', ')}`);
    }
    if (!Object.hasOwn(texts, text)) continue;
    const { parts = [], options = [] } = texts[text] ?? {};
    if (onward && !parts.includes('onward')) faults.push(`text “${text}” has no <Onward>`);
    if (!ask) continue;
    if (!parts.includes('ask')) faults.push(`text “${text}” has no <Ask>`);
    const answers = asked.get(text) ?? asked.set(text, new Set()).get(text);
    for (const answer of answerIds(ask)) answers?.add(answer);
    if (ask.kind !== 'choice') continue;
    if (ask.options.filter(({ right }) => right).length !== 1) faults.push(`step ${id} has not one right option`);
    for (const { id: option, value } of ask.options) {
      if (value === null && !options.includes(option)) faults.push(`text “${text}” has no <Option id="${option}">`);
    }
  }
  for (const [text, answers] of asked) {
    const written = texts[text]?.answers ?? [];
    for (const answer of answers)
      if (!written.includes(answer)) faults.push(`text “${text}” has no <Answer id="${answer}">`);
  }
  for (const text of Object.keys(texts)) {
    if (texts[text]?.parts.includes('ask') && used.has(text) && !asked.has(text))
      faults.push(`text “${text}” asks, but no step does`);
  }
  return faults;
}

function answerIds(ask: Ask): readonly string[] {
  return ask.kind === 'choice' ? ask.options.map(({ id }) => id) : ['right', 'wrong'];
}
