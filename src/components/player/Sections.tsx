import { SectionLink } from '../views/SectionLink.tsx';

/** Where it is written. */
export function Sections({ sections }: { readonly sections: readonly string[] }) {
  return sections.map((section, i) => (
    <span key={section}>
      {i > 0 && ' · '}
      <SectionLink section={section} />
    </span>
  ));
}
