/** What the launcher tells the main child in the environment variable DESK_HOST. */
export interface HostFacts {
  readonly role: 'main' | 'utility';
  readonly appDir: string;
  /** Address of the register hook, for the helpers that the application starts. */
  readonly register: string;
  readonly locale: string;
  readonly dark: boolean;
  /** True under `npm start`: dialogs ask the person in front of the screen instead of answering "canceled". */
  readonly interactive: boolean;
}

export interface WindowRequest {
  readonly id: number;
  readonly width: number;
  readonly height: number;
  /** The source of the preload, undefined for a window without one. */
  readonly preload: string | undefined;
  /** False for a window whose pages run no script. */
  readonly javascript: boolean;
}

export interface PageRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | undefined;
}

export interface PageResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export type WindowEvent =
  | { readonly type: 'navigated'; readonly url: string }
  | { readonly type: 'dom-ready' | 'did-finish-load' | 'closed' | 'focus' }
  | { readonly type: 'gone'; readonly reason: 'crashed' };

/** What the launcher may call in the main child. */
export type MainCalls = {
  ready: () => void;
  quit: () => void;
  evaluate: (source: string, arg: unknown) => unknown;
  windowEvent: (id: number, event: WindowEvent) => void;
  /** A message of the page's preload, as JSON. */
  received: (id: number, url: string, message: string) => void;
  /** Answers whether the page may go there. */
  mayNavigate: (id: number, url: string) => boolean;
  openRequested: (id: number, url: string) => void;
  /** Answers whether the page may close although it asked to stay. */
  mayUnload: (id: number) => boolean;
  /** Undefined when the application has no answer to give: the request fails. */
  request: (request: PageRequest) => Promise<PageResponse | undefined>;
};

/** What the main child may call in the launcher. */
export type DriverCalls = {
  createWindow: (request: WindowRequest) => Promise<void>;
  load: (id: number, url: string) => Promise<void>;
  reload: (id: number) => Promise<void>;
  deliver: (id: number, messages: readonly string[]) => Promise<void>;
  /** Answers whether the window is closed; `ask` lets the page object. */
  closeWindow: (id: number, ask: boolean) => Promise<boolean>;
  resize: (id: number, width: number, height: number) => Promise<void>;
  focus: (id: number) => Promise<void>;
  printToPdf: (id: number, options: Readonly<Record<string, unknown>>) => Promise<string>;
  setTheme: (source: 'system' | 'light' | 'dark') => Promise<void>;
  /** Interactive only: the path of a copy of the file the person chose. */
  chooseFile: (accept: string) => Promise<string | undefined>;
  /** Interactive only: shows a message and answers whether the person agreed. */
  confirm: (text: string, canRefuse: boolean) => Promise<boolean>;
};
