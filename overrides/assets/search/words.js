{#- What the search says in each language, and where it leads when it has found nothing: the guide, the contact
    details, all pages. Here rather than on every page, of which few readers open the search. -#}
{%- import "facts/fi.html" as finnish %}{% import "facts/en.html" as english -%}
{%- macro of(facts, base, elsewhere) -%}
{%- set words = facts.interface -%}
{%- set guide = facts.pages[words.guide_page] -%}
{%- set contact = facts.pages[words.contact_page | replace("/", "") | replace(".md", "/")] -%}
{
    elsewhere: {{ elsewhere | tojson }},
    label: {{ words.search_label | tojson }},
    close: {{ words.close | tojson }},
    one: {{ words.search_one | tojson }},
    many: {{ words.search_many | tojson }},
    first: {{ words.search_first | tojson }},
    none: {{ words.search_none | tojson }},
    guess: {{ words.search_guess | tojson }},
    other: {{ words.search_other | tojson }},
    failed: {{ words.search_failed | tojson }},
    help: {{ words.search_help | tojson }},
    ways: [
      {% if guide %}{ title: {{ guide.title | tojson }}, address: {{ (base ~ guide.address) | tojson }} },{% endif %}
      {% if contact %}{ title: {{ contact.title | tojson }}, address: {{ (base ~ contact.address) | tojson }} },{% endif %}
      { title: {{ words.search_all | tojson }}, address: {{ (base ~ words.search_page) | tojson }} },
    ],
  }
{%- endmacro -%}
export const WORDS = {
  fi: {{ of(finnish.facts, "", "en") }},
  en: {{ of(english.facts, "en/", "fi") }},
}
