import { useEffect, useState } from 'preact/hooks';
import { away, tryNow } from '../base/server.js';

/** The notice that the server does not answer, with the time to the next try. */
export function Away() {
  const gone = away.value;
  const [, tick] = useState(0);
  useEffect(() => {
    if (!gone) return;
    const timer = setInterval(() => tick((n) => n + 1), 500);
    return () => clearInterval(timer);
  }, [gone]);
  if (!gone) return null;
  const seconds = Math.max(0, Math.ceil((gone.again - Date.now()) / 1000));
  return (
    <div class="notice" role="alert">
      <p>
        {gone.why} What you see is what the server last said.{' '}
        <span aria-hidden="true">{seconds > 0 ? `Trying again in ${seconds} s.` : 'Trying again…'}</span>
      </p>
      <button type="button" onClick={tryNow}>
        Try now
      </button>
    </div>
  );
}
