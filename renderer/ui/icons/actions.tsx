import type { ReactNode } from 'react';
import { Icon, type IconProps } from './icon';

// Things one can do.

export function IconSearch(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <circle cx="7" cy="7" r="4.25" />
      <path d="m10.25 10.25 3.25 3.25" />
    </Icon>
  );
}

export function IconClose(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <path d="m4 4 8 8M12 4l-8 8" />
    </Icon>
  );
}

export function IconPlus(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <path d="M8 3v10M3 8h10" />
    </Icon>
  );
}

export function IconCheck(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <path d="m3 8.5 3.25 3.25L13 5" />
    </Icon>
  );
}

export function IconColumns(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <rect x="2.25" y="3" width="11.5" height="10" rx="1.5" />
      <path d="M6.25 3v10M10 3v10" />
    </Icon>
  );
}

export function IconRows(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <path d="M2.5 3.75h11M2.5 8h11M2.5 12.25h11" />
    </Icon>
  );
}

export function IconMore(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <path d="M3.5 8h.01M8 8h.01M12.5 8h.01" strokeWidth={2} />
    </Icon>
  );
}

export function IconExport(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <path d="M8 10V2.5M5.25 5 8 2.25 10.75 5" />
      <path d="M2.75 9.5v2.75c0 .7.55 1.25 1.25 1.25h8c.7 0 1.25-.55 1.25-1.25V9.5" />
    </Icon>
  );
}

export function IconImport(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <path d="M8 2.5V10M5.25 7.5 8 10.25l2.75-2.75" />
      <path d="M2.75 9.5v2.75c0 .7.55 1.25 1.25 1.25h8c.7 0 1.25-.55 1.25-1.25V9.5" />
    </Icon>
  );
}

export function IconRefresh(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <path d="M13 7A5.1 5.1 0 0 0 3.6 5.4M3 9a5.1 5.1 0 0 0 9.4 1.6" />
      <path d="M3.25 2.5v3.25H6.5M12.75 13.5v-3.25H9.5" />
    </Icon>
  );
}

export function IconSync(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <path d="M5 2.75v10.5M2.5 10.75 5 13.25l2.5-2.5" />
      <path d="M11 13.25V2.75M8.5 5.25 11 2.75l2.5 2.5" />
    </Icon>
  );
}

export function IconCopy(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <rect x="5.5" y="5.5" width="8" height="8" rx="1.5" />
      <path d="M3.5 10.5h-.25A.75.75 0 0 1 2.5 9.75v-6.5c0-.41.34-.75.75-.75h6.5c.41 0 .75.34.75.75v.25" />
    </Icon>
  );
}

export function IconEdit(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <path d="m9.75 3.75 2.5 2.5L6 12.5l-3.25.75.75-3.25z" />
    </Icon>
  );
}

export function IconTrash(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <path d="M2.75 4.25h10.5M6.25 4.25V2.75h3.5v1.5M4 4.25l.6 8.1c.05.65.6 1.15 1.25 1.15h4.3c.65 0 1.2-.5 1.25-1.15l.6-8.1" />
    </Icon>
  );
}

export function IconSettings(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <circle cx="8" cy="8" r="2" />
      <path d="M8 1.75v1.5M8 12.75v1.5M1.75 8h1.5M12.75 8h1.5M3.6 3.6l1.05 1.05M11.35 11.35l1.05 1.05M12.4 3.6l-1.05 1.05M4.65 11.35 3.6 12.4" />
    </Icon>
  );
}

export function IconSave(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <path d="M3 3.75c0-.41.34-.75.75-.75h6.75L13 5.5v6.75c0 .41-.34.75-.75.75h-8.5a.75.75 0 0 1-.75-.75z" />
      <path d="M5.5 3v3h4V3M5.5 13V9.5h5V13" />
    </Icon>
  );
}

export function IconUndo(props: IconProps): ReactNode {
  return (
    <Icon {...props} isDirectional>
      <path d="M3.25 6.25h6a3.25 3.25 0 0 1 0 6.5H6" />
      <path d="M5.75 3.5 3 6.25 5.75 9" />
    </Icon>
  );
}
