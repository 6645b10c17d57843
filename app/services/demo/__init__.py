"""The demonstration: a district and its communes over two years, made through the services an officer uses.

Lives here: dividing the published figures over communes, hamlets and months, made-up names and texts, and writing them into books.
Does not live here: anything that a report prints: its figures come out of counting what was written.
"""
