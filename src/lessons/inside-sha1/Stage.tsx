import { HashStage } from '../../components/hash/HashStage.tsx';
import type { HashScene } from '../../components/hash/scene.ts';
import { Examples, Input } from '../../components/player/Inputs.tsx';

export default function Stage({ scene }: { readonly scene: HashScene }) {
  return (
    <HashStage scene={scene}>
      <Input name="message" />
      <Examples />
    </HashStage>
  );
}
