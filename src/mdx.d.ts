declare module '*.mdx' {
  import type { ProseModule } from './components/lesson/course.ts';

  const content: ProseModule['default'];
  export default content;
  export const texts: ProseModule['texts'];
}
