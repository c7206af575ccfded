/** Teaching: the guided lesson in the real window, and the presenter's view of it. */
package org.nlcen.app.lesson;
