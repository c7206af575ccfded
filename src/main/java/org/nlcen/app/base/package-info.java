/** What every part of the window uses: texts and the loading of views. */
package org.nlcen.app.base;
