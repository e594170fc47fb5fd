{#- What the search says in each language, and where it leads when it has found nothing: the guide, the contact
    details, all pages. Here rather than on every page, of which few readers open the search. -#}
{%- import "facts/" ~ config.theme.language ~ ".html" as data -%}
{%- macro of(facts) -%}
{%- set words = facts.interface -%}
{%- set base = facts.site.base -%}
{%- set guide = facts.pages[words.guide_page] -%}
{%- set contact = facts.pages[words.contact_page | replace("/", "") | replace(".md", "/")] -%}
{
    {% if facts.site.other %}elsewhere: {{ facts.site.other.language | tojson }},{% endif %}
    label: {{ words.search_label | tojson }},
    close: {{ words.close | tojson }},
    one: {{ words.search_one | tojson }},
    many: {{ words.search_many | tojson }},
    first: {{ words.search_first | tojson }},
    none: {{ (words.search_none if facts.site.other else words.search_nothing) | tojson }},
    guess: {{ words.search_guess | tojson }},
    near: {{ words.search_near | tojson }},
    why: {{ words.search_why | tojson }},
    {% if facts.site.other %}other: {{ words.search_other | tojson }},{% endif %}
    failed: {{ words.search_failed | tojson }},
    help: {{ words.search_help | tojson }},
    ways: [
      {% if guide %}{ title: {{ guide.title | tojson }}, address: {{ (base ~ guide.address) | tojson }} },{% endif %}
      {% if contact %}{ title: {{ contact.title | tojson }}, address: {{ (base ~ contact.address) | tojson }} },{% endif %}
      { title: {{ words.search_all | tojson }}, address: {{ (base ~ words.search_page) | tojson }} },
    ],
  }
{%- endmacro -%}
// What the search finds by; the workers ask for them.
export const FILES = {
{%- for language in data.facts.site.languages %}
  {{ language }}: "./{{ language }}.json",
{%- endfor %}
}

export const WORDS = {
{%- for language in data.facts.site.languages %}
{%- import "facts/" ~ language ~ ".html" as told %}
  {{ language }}: {{ of(told.facts) }},
{%- endfor %}
}
