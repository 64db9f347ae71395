import { lazyRouteComponent, type RouteComponent } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { useSpeech } from '../words/speech.js';

/** A screen that is loaded when it is first wanted, and drawn anew, with all its fields as they are, when another language is spoken. */
export function lazyScreen<Name extends string>(
  load: () => Promise<{ readonly [name in Name]: ComponentType }>,
  name: Name,
): RouteComponent {
  const Screen: RouteComponent = lazyRouteComponent(async () => ({ Screen: (await load())[name] }), 'Screen');
  function SpokenScreen() {
    useSpeech();
    return <Screen />;
  }
  const { preload } = Screen;
  return preload === undefined ? SpokenScreen : Object.assign(SpokenScreen, { preload });
}
