"""Turn the facts in content/ and quiz/ into a guide, its quizzes and a site.

Data flows one way:

read      files and YAML → records
derive    records → the table, the bank, the forms
prove     rules over all of it
show      records → what templates are handed
write     that → the bytes of pages, quizzes, files and sheets
generate  the line that joins these; publish makes the site of it, and cli is the door
model     the records, and problems what is wrong with the input: both know nobody
"""
