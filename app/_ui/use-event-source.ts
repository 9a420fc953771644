'use client';
import { useEffect, useEffectEvent, useState } from 'react';

interface Handlers {
  /** Connected, for the first time or again: what was missed should be fetched. */
  onConnect: () => void;
  /** One event, parsed from JSON. */
  onEvent: (data: unknown) => void;
}

const firstDelayMs = 1_000;
const longestDelayMs = 15_000;

/**
 * Follows a stream of server-sent events and reconnects for as long as the page is open; without
 * an address it waits.
 * @returns whether the line is up; true until the first connection has failed.
 */
export function useEventSource(url: string | null, handlers: Handlers): boolean {
  const [isUp, setIsUp] = useState(true);
  const onConnect = useEffectEvent(handlers.onConnect);
  const onEvent = useEffectEvent(handlers.onEvent);

  useEffect(() => {
    if (url === null) return;
    const address = url;
    let source: EventSource;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let delay = firstDelayMs;

    function connect() {
      source = new EventSource(address);
      source.onopen = () => {
        delay = firstDelayMs;
        setIsUp(true);
        onConnect();
      };
      source.onmessage = (event) => onEvent(JSON.parse(event.data));
      source.onerror = () => {
        setIsUp(false);
        // The browser reconnects by itself after a lost line, but not after an HTTP error.
        if (source.readyState !== EventSource.CLOSED) return;
        timer = setTimeout(connect, delay);
        delay = Math.min(delay * 2, longestDelayMs);
      };
    }

    connect();
    return () => {
      clearTimeout(timer);
      source.close();
    };
  }, [url]);

  return isUp;
}
