import { Detail } from '../../components/http/Detail.tsx';
import { Exchange } from '../../components/http/Exchange.tsx';
import { useLabel } from '../../components/lesson/labels.ts';
import type { StageProps } from '../../components/lesson/lesson.ts';
import { labels } from './labels.ts';
import type { Scene } from './scene.ts';

const INPUTS = [
  ['host', 20],
  ['path', 10],
  ['origin', 20],
  ['protocols', 18],
  ['message', 9],
] as const;
/** The longest answer is a refusal with a list of versions. */
const RESPONSE_LINES = 6;

export default function Stage({ scene }: StageProps<Scene>) {
  const label = useLabel(labels);
  const { request, response, whatIf, events, bands, detail } = scene;
  const bandOf = (id: string) => {
    const ids = events.map((event) => event.id);
    const at = ids.indexOf(id);
    const band = bands.find(({ from, to }) => ids.indexOf(from) <= at && at <= ids.indexOf(to));
    return band && label(band.label);
  };
  const note = (which: 'request' | 'response') => {
    if (scene[which].every(({ state }) => state === 'empty')) return undefined;
    const counted = label('bytes', { count: which === 'request' ? scene.requestLength : scene.responseLength });
    return whatIf === which ? `${label('what-if')}, ${counted}` : counted;
  };
  return (
    <Exchange
      inputs={INPUTS}
      request={{ label: label('request'), note: note('request'), lines: request, room: request.length }}
      response={{ label: label('response'), note: note('response'), lines: response, room: RESPONSE_LINES }}
      connection={label('connection')}
      events={events}
      bandOf={(event) => bandOf(event.id)}
      label={label}
    >
      <Detail detail={detail} label={label} />
    </Exchange>
  );
}
