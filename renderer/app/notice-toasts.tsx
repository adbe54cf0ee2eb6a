import { useEffect, useState } from 'react';
import { useDesk } from '../stores/desk-context';
import { createToastQueue } from '../ui/toast-queue';
import { Toasts } from '../ui/toasts';

/** Shows the notices that features leave in the store, each once. */
export function NoticeToasts() {
  const { notices } = useDesk();
  const [queue] = useState(() => createToastQueue());
  useEffect(() => {
    const take = () => {
      for (const { id, ...content } of notices.getState().notices) {
        notices.getState().dismiss(id);
        queue.add(content);
      }
    };
    take();
    return notices.subscribe(take);
  }, [notices, queue]);
  return <Toasts queue={queue} />;
}
