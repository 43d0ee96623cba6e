import { Detail } from '../../components/http/Detail.tsx';
import { Exchange, type ShownHead } from '../../components/http/Exchange.tsx';
import { useLabel } from '../../components/lesson/labels.ts';
import type { StageProps } from '../../components/lesson/lesson.ts';
import { labels } from './labels.ts';
import type { Scene, Sheet } from './scene.ts';

const INPUTS = [
  ['origin', 20],
  ['host', 18],
  ['path', 12],
  ['message', 10],
] as const;
/** The three lines that the client compares. */
const LINES = [
  ['line1', 42],
  ['line2', 22],
  ['line3', 22],
] as const;
/** Lines of a request, and of an answer. */
const ROOM = 6;

const POLICY = ['policy-open', 'policy-ask', 'policy-reply', 'policy-closed'];
const HTTP = ['open', 'request', 'reply'];

export default function Stage({ scene }: StageProps<Scene>) {
  const label = useLabel(labels);
  const { request, response, events, policyPort, port, detail } = scene;
  const shown = ({ label: name, note, lines }: Sheet): ShownHead => ({
    label: label(name),
    note: note && label(note.label, note.values),
    lines,
    room: ROOM,
  });
  const bandOf = (id: string) => {
    if (POLICY.includes(id)) return label('band-policy', { port: policyPort });
    return HTTP.includes(id) ? label('band-http', { port }) : label('band-frames');
  };
  return (
    <Exchange
      inputs={INPUTS}
      more={LINES}
      request={shown(request)}
      response={shown(response)}
      connection={label('connections')}
      events={events}
      bandOf={(event) => bandOf(event.id)}
      label={label}
    >
      <Detail detail={detail} label={label} />
    </Exchange>
  );
}
