// What the tests ask of a page: each answer is a list of what is wrong.
({
  contrast: () => {
    const channel = (value) => (value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
    const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
    const parts = (colour) => colour.match(/[\d.]+/g).map(Number);
    const bed = (element) => {
      for (let at = element; at; at = at.parentElement) {
        const found = parts(getComputedStyle(at).backgroundColor);
        if (found.length === 3 || found[3] === 1) return found;
      }
      return [255, 255, 255];
    };
    const bad = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      if (!walker.currentNode.data.trim() || element.closest("script, style, title") || !element.checkVisibility()) continue;
      const style = getComputedStyle(element);
      const ink = parts(element.closest("svg") ? style.fill : style.color);
      const [a, b] = [light(ink), light(bed(element))].sort((x, y) => y - x);
      const ratio = (a + 0.05) / (b + 0.05);
      if (ratio < 4.5) bad.push(`${element.className} ${ratio.toFixed(2)}: ${walker.currentNode.data.trim().slice(0, 30)}`);
    }
    return bad;
  },
  headings: () => {
    const levels = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((one) => Number(one.tagName[1]));
    const bad = levels.filter((level) => level === 1).length === 1 ? [] : ["not one h1"];
    levels.forEach((level, index) => {
      if (index ? level > levels[index - 1] + 1 : level !== 1) bad.push(`h${level} after h${levels[index - 1]}`);
    });
    return bad;
  },
  links: () => {
    const seen = new Set();
    const bad = [];
    for (const one of document.querySelectorAll("[id]")) {
      if (seen.has(one.id)) bad.push(`twice: ${one.id}`);
      seen.add(one.id);
    }
    for (const one of document.querySelectorAll("[href]")) {
      const to = one.getAttribute("href");
      if (to !== "data:," && !(to.startsWith("#") && document.getElementById(decodeURIComponent(to.slice(1))))) bad.push(`leads nowhere: ${to}`);
    }
    for (const one of document.querySelectorAll("[aria-labelledby]")) {
      const names = one.getAttribute("aria-labelledby").split(" ");
      if (!names.every((name) => document.getElementById(name))) bad.push(`no label: ${one.className}`);
    }
    return bad;
  },
  shape: () => {
    const bad = [];
    if (document.documentElement.lang !== "en") bad.push("no language");
    if (!document.title.trim()) bad.push("no title");
    if (document.querySelectorAll("main").length !== 1) bad.push("not one main");
    for (const table of document.querySelectorAll("table")) if (!table.querySelector("th[scope=col]")) bad.push("a table without heads");
    for (const list of document.querySelectorAll("ol, ul")) if ([...list.children].some((one) => one.tagName !== "LI")) bad.push("a list of something else");
    for (const svg of document.querySelectorAll("svg")) if (!svg.closest("[aria-hidden=true]")) bad.push("a drawing without words");
    for (const one of document.querySelectorAll("[aria-hidden=true] a")) if (one.tabIndex >= 0) bad.push("a hidden stop for the keyboard");
    for (const one of document.querySelectorAll("[style]:not(.notes), [onclick], [onload], [onerror]")) bad.push(`style or script in ${one.tagName}`);
    return bad;
  },
})
