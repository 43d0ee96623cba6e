/** Draws steps of lessons without a browser, as the player does. */
import { renderToStaticMarkup } from 'react-dom/server';
import { type CourseEntry, CourseProvider, type ProseModule } from '../../src/components/lesson/course.ts';
import type { LoadedLesson, Plan, Step } from '../../src/components/lesson/lesson.ts';
import { type Part, Prose } from '../../src/components/player/Prose.tsx';
import { PlayerProvider } from '../../src/components/player/player.ts';
import { COURSE } from '../../src/lessons/course.ts';

/** Tags away, entities back: what somebody reads. */
function words(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')
    .trim();
}

/** A part of the text of a step, as it is read. */
export function proseText(prose: ProseModule, step: Step, part: Part): string {
  return words(renderToStaticMarkup(<Prose prose={prose} step={step} part={part} />));
}

/** The stage of a step, as HTML. */
export function stageHtml(
  entry: CourseEntry,
  loaded: LoadedLesson,
  prose: ProseModule,
  plan: Plan,
  index: number,
): string {
  const { Stage } = loaded;
  const step = plan.step(index) as Step;
  return renderToStaticMarkup(
    <CourseProvider value={COURSE}>
      <PlayerProvider value={{ entry, loaded, prose, plan, index, step, go: () => {}, change: () => {} }}>
        <Stage scene={step.scene} />
      </PlayerProvider>
    </CourseProvider>,
  );
}

export { words };
