/** Makes elements; text becomes text, never markup. */
export type Child = Node | string | null | undefined | false;

type Attributes = Readonly<Record<string, string | boolean | ((event: Event) => unknown)>>;

export function h(tag: string, attributes: Attributes = {}, ...children: readonly Child[]): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false) element.setAttribute(name, value);
  }
  for (const child of children) if (child) element.append(child);
  return element;
}

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly type?: "text" | "email" | "password";
  readonly autocomplete?: string;
  readonly optional?: boolean;
}

/** A form that gives its values to `send`, and is busy until that has ended. */
export function form(
  title: string,
  fields: readonly Field[],
  submit: string,
  send: (values: Values) => Promise<unknown>,
) {
  const button = h("button", { type: "submit" }, submit) as HTMLButtonElement;
  const inputs = fields.map(({ name, label, type = "text", autocomplete = "off", optional = false }) =>
    h("label", {}, label, h("input", { name, type, autocomplete, required: !optional })),
  );
  const submitted = async (event: Event) => {
    event.preventDefault();
    const values = Object.fromEntries(new FormData(event.target as HTMLFormElement)) as Values;
    button.disabled = true;
    await send(values).finally(() => {
      button.disabled = false;
    });
  };
  return h("form", { submit: submitted, "aria-label": title }, h("h2", {}, title), ...inputs, button);
}

export type Values = Readonly<Record<string, string>>;

/** A button that is busy until what it does has ended. */
export function action(label: string, run: () => Promise<unknown>): HTMLElement {
  const button = h(
    "button",
    {
      type: "button",
      click: async () => {
        button.disabled = true;
        await run().finally(() => {
          button.disabled = false;
        });
      },
    },
    label,
  ) as HTMLButtonElement;
  return button;
}

export const section = (title: string, ...children: readonly Child[]): HTMLElement =>
  h("section", { "aria-label": title }, h("h2", {}, title), ...children);

export const list = (items: readonly Child[], none: string): HTMLElement =>
  items.length > 0 ? h("ul", {}, ...items.map((item) => h("li", {}, item))) : h("p", { class: "quiet" }, none);
