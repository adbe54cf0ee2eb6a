import { useEffect, useRef, useState } from 'react';
import { atMostEvery } from '../../stores/at-most-every';

/** A value that changes often, taken at most once per span of milliseconds; the last one always arrives. */
export function useSlowly<Value>(value: Value, spanMs: number): Value {
  const [shown, show] = useState(value);
  const latest = useRef(value);
  const [paced] = useState(() => atMostEvery(spanMs, () => show(latest.current)));
  useEffect(() => {
    latest.current = value;
    paced.ask();
  }, [value, paced]);
  useEffect(() => () => paced.stop(), [paced]);
  return shown;
}
