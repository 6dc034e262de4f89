/**
 * wagtail-localize's editor says two things in English whatever language it is in: "<source> to <target> translation" and
 * "More actions". Its script draws everything at once; this one waits for that and says them again, once.
 * Delete when wagtail-localize passes both through gettext (tests/browser/test_translation_editor.py tells).
 */
const editor = document.querySelector(".js-translation-editor");

if (editor) {
  const { sourceLocale, locale } = JSON.parse(editor.dataset.props);
  const words = new Map([
    [`${sourceLocale.displayName} to ${locale.displayName} translation`, `${sourceLocale.displayName} → ${locale.displayName}`],
    ["More actions", window.gettext("More actions")],
  ]);

  new MutationObserver((changes, observer) => {
    const texts = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const better = words.get(texts.currentNode.data);
      if (better) texts.currentNode.data = better;
    }
    observer.disconnect();
  }).observe(editor, { childList: true });
}
