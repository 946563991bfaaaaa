import { type El, words } from './dom.js';

/** Words in class and id that mark what is not the article. Compared as whole words: "article-share-bar" has "share". */
const AWAY = words(
  'share sharing shares sharebar sharetools social socials socialbar addthis addtoany sharedaddy sharethis relatedposts related relatedarticles relatedcontent relatedlinks recommended recommendation recommendations recommend recirc recirculation newsletter newsletters subscribe subscription signup optin promo promos promotion promotional promobox advert adverts advertisement advertisements advertising adsense adslot adunit adbox adwrapper dfp gpt sponsor sponsored sponsors outbrain taboola zergnet revcontent mgid nativo disqus breadcrumb breadcrumbs sidebar rightrail rail nav navbar navigation menu submenu megamenu masthead cookie cookies consent gdpr cmp authorbio authorbox bio avatar biography tagcloud taglist posttags entrytags toolbar popup popover modal overlay lightbox gallery slideshow slider carousel teaser teasers mostread mostpopular popular trending latest readmore readalso alsoread readnext upnext morenews morestories morefrom jwplayer brightcove donate donation donations donatebox membership feedback copyright sr screenreader tooltip toc rating ratings vote poll quiz login register ticker livefyre viafoura coral follow followus fb fbroot whatsapp telegram pagination pager prevnext postnav postnavigation adjacent skip skiplink backtotop inlinepromo interstitial leaderboard stocks cta kicker eyebrow notification notifications reactions emoji widgettitle noprint nocontent hatnote mwe editsection navbox metadata catlinks printfooter siteSub',
);
const COMMENTS = words('comment comments commentlist respond commentform replies disqus');
/** Words that mark the small print around an article rather than a whole zone; only for short elements. */
const SMALL = words(
  'byline bylines author authors dateline timestamp pubdate pubtime publishdate published updated datetime date posted postmeta entrymeta articlemeta meta metadata caption captions credit credits photocredit imagecredit figcaption tags tag keywords readingtime readtime views hidden hide ad ads copyright agency',
);
const BIGRAMS = new Set(
  'most read|most popular|most viewed|read more|read also|read next|also read|more stories|more news|more from|more on|see also|you may|you might|up next|app promo|sign up|log in|back top|author bio|author box|about author|author info|author card|post nav|post navigation|post tags|entry footer|article footer|post footer|article tags|story tags|tag list|tag cloud|ad slot|ad unit|ad container|ad wrapper|ad wrap|ad block|ad box|ad label|google ad|inline ad|story ad|article ad|wp caption|image caption|photo caption|media caption|fact box no|social embed|print only|screen reader|visually hidden|read time|article list|story list|news list|link list|links list|linked list|card list|latest news|top stories|top news|other news|other stories|similar news|similar posts|next article|previous article|prev next|next post|in this|editors picks|editor picks|staff picks|dont miss|must read|mw editsection|thumb caption|pull quote no|video player|audio player|listen to|text to|to speech|key topics'.split(
    '|',
  ),
);
const HIDDEN = words(
  'hidden hide visuallyhidden visually-hidden sr-only sronly screen-reader-text screen-reader-only element-invisible offscreen d-none u-hidden is-hidden invisible noshow noprint-hidden print-only assistive-text accessibility',
);
const BODY =
  /(?:^|[\s_-])(?:article|story|post|entry|news|content|single|detail|details|main|body|page)(?:[_-]{0,2}(?:body|content|text|copy|contents|main|inner|detail|details|paragraphs?))+(?:$|[\s_-])|articlebody|storybody|articletext|storytext|articlecontent|postcontent|maintext|bodytext|body-?copy|article__?main|rich-?text|wysiwyg|prose\b|td-post-content|field--name-body|field-name-body|RichTextStoryBody|StoryBody|ArticleBody|article_txt|news_text|news-text|cuerpo|contenido|texto|inhalt|artikel-?text|contenu|caas-body|mw-parser-output/i;
const SPLIT = /[^a-zA-Z0-9]+|(?<=[a-z])(?=[A-Z])/;

/** The words of an element's class and id, lower-cased: "articleShare-bar" gives article, share, bar. */
function nameWords(el: El): string[] {
  const raw = `${el.attrs.class ?? ''} ${el.attrs.id ?? ''}`;
  if (raw.length < 2) return [];
  return raw
    .slice(0, 400)
    .split(SPLIT)
    .filter(Boolean)
    .map((word) => word.toLowerCase());
}

/** How surely the names of an element say that it is not the article. */
export type Naming = 'strong' | 'zone' | 'comments' | 'small' | undefined;

const NEGATED = /^(?:has|no|with|without|is|show|hide|enable|before|after)$/;
const STRONG = words(
  'relatedposts related relatedarticles relatedcontent relatedlinks recommended recommendations recirc newsletter newsletters outbrain taboola breadcrumb breadcrumbs sidebar mostread mostpopular trending advert advertisement cookie cookies consent gdpr morestories morenews readmore alsoread authorbio pagination',
);

export function naming(el: El): Naming {
  const list = nameWords(el);
  if (list.length === 0) return undefined;
  let small = false;
  for (const [at, word] of list.entries()) {
    if (COMMENTS.has(word)) return 'comments';
    const pair = `${word} ${list[at + 1] ?? ''}`;
    if (BIGRAMS.has(pair)) return 'strong';
    if (AWAY.has(word) && !NEGATED.test(list[at - 1] ?? '')) return STRONG.has(word) ? 'strong' : 'zone';
    if (SMALL.has(word)) small = true;
  }
  return small ? 'small' : undefined;
}

/** Whether the names say that this is the text of the article. */
export function namedBody(el: El): boolean {
  if (/\barticlebody\b/i.test(el.attrs.itemprop ?? '')) return true;
  if (
    /^(?:article-?body|body-?text|story-?body)$/i.test(
      el.attrs['data-component'] ?? el.attrs['data-testid'] ?? '',
    )
  )
    return true;
  const raw = `${el.attrs.class ?? ''} ${el.attrs.id ?? ''}`.slice(0, 400);
  return raw.length > 2 && BODY.test(raw);
}

/** Whether a reader of the page would not see the element. */
export function isHidden(el: El): boolean {
  const { attrs } = el;
  if ('hidden' in attrs && attrs.hidden !== 'until-found') return true;
  if (attrs['aria-hidden'] === 'true') return true;
  if (attrs.style && /(?:display\s?:\s?none|visibility\s?:\s?hidden)/i.test(attrs.style)) return true;
  const cls = attrs.class;
  return (
    cls !== undefined && cls.length < 400 && cls.split(/\s+/).some((name) => HIDDEN.has(name.toLowerCase()))
  );
}

const LEAD = words(
  'lead lede standfirst summary deck dek subtitle subhead subheadline subheading intro introduction excerpt chapo ingress vorspann teasertext sottotitolo entradilla bajada copete linhafina abstract perex',
);

/** Whether the names say that this is the report's opening sentence, set above its text. */
export function namedLead(el: El): boolean {
  return nameWords(el).some((word) => LEAD.has(word)) || /\bdescription\b/.test(el.attrs.itemprop ?? '');
}

/** Whether the names say that this is the outlet's own list of key points. */
export function namedSummary(el: El): boolean {
  const joined = nameWords(el).join('');
  return /keypoint|keytakeaway|takeaway|keyfact|highlight|ataglance|inbrief|bulletpoint|storysummary|articlesummary|topline/.test(
    joined,
  );
}
