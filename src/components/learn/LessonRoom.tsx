import { use, useCallback, useDeferredValue, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CourseEntry } from '../lesson/course.ts';
import type { ReadPlace } from '../player/link.ts';
import { Page } from '../player/Page.tsx';
import { indexOf, type Player, PlayerProvider, planOf, stay } from '../player/player.ts';
import { goTo, type Learn, openLesson, takeInputs, useLearn } from '../player/store.ts';
import { useAddress } from '../player/useAddress.ts';
import type { Language } from '../words/languages.ts';
import { remember, remembered } from './progress.ts';
import { startOf } from './start.ts';

/** A lesson with all it needs: its code, its prose in the language of the page, and the place the address asks for. */
export function LessonRoom({ entry }: { readonly entry: CourseEntry }) {
  const { i18n } = useTranslation();
  // Until the prose of another language has been fetched, the one that is on the page stays.
  const language = useDeferredValue(i18n.language as Language);
  const coming = { loaded: entry.lesson.load(), prose: entry.prose[language].load() };
  const loaded = use(coming.loaded);
  const prose = use(coming.prose);
  const { lesson } = loaded;

  /** The choices as the address made them: a look at a link is not where somebody left off. */
  const arrived = useRef<Learn | null>(null);

  const take = useCallback(
    (place: ReadPlace) => {
      openLesson(entry.id, startOf(lesson, place, remembered(entry.id)));
      arrived.current = useLearn.getState();
    },
    [entry, lesson],
  );
  useAddress(entry, lesson, take);

  const open = useLearn((state) => state.lesson);
  const inputs = useLearn((state) => state.inputs);
  const id = useLearn((state) => state.step);
  const place = useLearn((state) => state.index);
  const plan = useMemo(() => planOf(lesson, open === entry.id ? inputs : {}), [lesson, inputs, open, entry.id]);
  const index = useMemo(() => indexOf(plan, id, place), [plan, id, place]);
  const step = plan.step(index);
  useEffect(() => {
    if (open !== entry.id || !step) return;
    if (arrived.current?.step === id && arrived.current.inputs === inputs) return;
    arrived.current = null;
    remember(entry.id, { step: step.id, inputs, index, count: plan.stepCount });
  }, [open, entry.id, id, step, inputs, index, plan]);

  const title = entry.about.title[i18n.language as Language];
  useEffect(() => {
    document.title = `${title} · ${i18n.t('shell:name')}`;
  }, [title, i18n]);

  const player = useMemo((): Player | null => {
    if (!step) return null;
    const go = (wanted: number) => {
      const to = Math.max(0, Math.min(plan.stepCount - 1, wanted));
      goTo(to, plan.step(to)?.id ?? '');
    };
    const change = (texts: Readonly<Record<string, string>>) => {
      const next = planOf(lesson, { ...useLearn.getState().inputs, ...texts });
      const to = stay(plan, index, next);
      takeInputs(texts, { index: to, step: next.step(to)?.id ?? null });
    };
    return { entry, loaded, prose, plan, index, step, go, change };
  }, [entry, lesson, loaded, prose, plan, index, step]);
  if (open !== entry.id || player === null) return null;
  return (
    <PlayerProvider value={player}>
      <Page />
    </PlayerProvider>
  );
}
