// Narrows the table of who can help with what, which is whole without it (who-can-help.md.j2).
"use strict";
{
  class RightAskTable extends Filtering {
    /** @param {Record<string, string>} chosen a group of asks, and a contact type */
    show({ group = "", type = "" }) {
      for (const cell of all(this, "[data-type]")) cell.hidden = !!type && cell.dataset.type !== type;
      const rows = all(this, "[data-shown]");
      for (const row of rows) row.hidden = !!group && row.dataset.group !== group;
      return rows.filter((row) => !row.hidden).length;
    }
  }

  if (!customElements.get("right-ask-table")) customElements.define("right-ask-table", RightAskTable);
}
